-- CreateIndex
CREATE INDEX "family_region_id_id_idx" ON "family"("region_id", "id");

-- CreateIndex
CREATE INDEX "family_local_government_id_id_idx" ON "family"("local_government_id", "id");

-- CreateIndex
CREATE INDEX "family_locality_id_id_idx" ON "family"("locality_id", "id");

-- CreateIndex
CREATE INDEX "farm_local_government_id_id_idx" ON "farm"("local_government_id", "id");

-- CreateIndex
CREATE INDEX "farm_region_id_id_idx" ON "farm"("region_id", "id");

-- CreateIndex
CREATE INDEX "farm_region_id_hectares_id_idx" ON "farm"("region_id", "hectares" DESC, "id");

-- CreateIndex
CREATE INDEX "investment_funder_id_id_idx" ON "investment"("funder_id", "id");

-- CreateIndex
CREATE INDEX "investment_intervention_id_id_idx" ON "investment"("intervention_id", "id");

-- CreateIndex
CREATE INDEX "investment_activity_id_id_idx" ON "investment"("activity_id", "id");

-- CreateIndex
CREATE INDEX "investment_local_government_id_id_idx" ON "investment"("local_government_id", "id");

-- CreateIndex
CREATE INDEX "investment_region_id_id_idx" ON "investment"("region_id", "id");

-- CreateIndex
CREATE INDEX "investment_kind_id_idx" ON "investment"("kind", "id");

-- CreateIndex
CREATE INDEX "investment_kind_amount_id_idx" ON "investment"("kind", "amount" DESC, "id");
