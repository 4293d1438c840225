-- CreateIndex
CREATE INDEX "plot_farm_id_crop_idx" ON "plot"("farm_id", "crop");
