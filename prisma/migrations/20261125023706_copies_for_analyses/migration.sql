-- Whose a record is and where it lies is copied to the records of which analyses read hundreds of thousands, and what a plot is to
-- its harvests, so that they need no joins.

-- AlterTable
ALTER TABLE "family_member" ADD COLUMN     "local_government_id" INTEGER,
ADD COLUMN     "region_id" INTEGER;

-- AlterTable
ALTER TABLE "harvest" ADD COLUMN     "crop" "crop",
ADD COLUMN     "family_id" INTEGER,
ADD COLUMN     "farm_id" INTEGER,
ADD COLUMN     "hectares" DECIMAL(10,4),
ADD COLUMN     "local_government_id" INTEGER,
ADD COLUMN     "region_id" INTEGER,
ADD COLUMN     "system" "cropping_system";

-- AlterTable
ALTER TABLE "plot" ADD COLUMN     "family_id" INTEGER,
ADD COLUMN     "local_government_id" INTEGER,
ADD COLUMN     "region_id" INTEGER;

-- AlterTable
ALTER TABLE "training_participation" ADD COLUMN     "local_government_id" INTEGER,
ADD COLUMN     "region_id" INTEGER,
ADD COLUMN     "sex" "sex";

-- Records that were there before get their copies.
UPDATE "family_member" t SET "local_government_id" = o."local_government_id", "region_id" = o."region_id"
FROM "family" o WHERE o."id" = t."family_id";

UPDATE "plot" t SET "family_id" = o."family_id", "local_government_id" = o."local_government_id", "region_id" = o."region_id"
FROM "farm" o WHERE o."id" = t."farm_id";

UPDATE "harvest" t SET "farm_id" = o."farm_id", "family_id" = o."family_id", "local_government_id" = o."local_government_id",
    "region_id" = o."region_id", "crop" = o."crop", "system" = o."system", "hectares" = o."hectares"
FROM "plot" o WHERE o."id" = t."plot_id";

UPDATE "training_participation" t SET "local_government_id" = o."local_government_id", "region_id" = o."region_id", "sex" = o."sex"
FROM "family_member" o WHERE o."id" = t."member_id";

ALTER TABLE "family_member" ALTER COLUMN "local_government_id" SET NOT NULL, ALTER COLUMN "region_id" SET NOT NULL;

ALTER TABLE "plot" ALTER COLUMN "family_id" SET NOT NULL, ALTER COLUMN "local_government_id" SET NOT NULL,
ALTER COLUMN "region_id" SET NOT NULL;

ALTER TABLE "harvest" ALTER COLUMN "farm_id" SET NOT NULL, ALTER COLUMN "family_id" SET NOT NULL,
ALTER COLUMN "local_government_id" SET NOT NULL, ALTER COLUMN "region_id" SET NOT NULL, ALTER COLUMN "crop" SET NOT NULL,
ALTER COLUMN "system" SET NOT NULL, ALTER COLUMN "hectares" SET NOT NULL;

ALTER TABLE "training_participation" ALTER COLUMN "local_government_id" SET NOT NULL, ALTER COLUMN "region_id" SET NOT NULL,
ALTER COLUMN "sex" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "family_id_local_government_id_region_id_key" ON "family"("id", "local_government_id", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_member_copies_key" ON "family_member"("id", "family_id", "local_government_id", "region_id", "sex");

-- CreateIndex
CREATE UNIQUE INDEX "farm_id_family_id_local_government_id_region_id_key" ON "farm"("id", "family_id", "local_government_id", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "plot_copies_key" ON "plot"("id", "farm_id", "family_id", "local_government_id", "region_id", "crop", "system", "hectares");

-- CreateIndex
CREATE INDEX "plot_of_places_idx" ON "plot"("local_government_id", "planted_year", "crop", "region_id", "farm_id", "family_id", "hectares");

-- A copy follows what it is of, and what disagrees is refused.

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_copied_fkey" FOREIGN KEY ("family_id", "local_government_id", "region_id") REFERENCES "family"("id", "local_government_id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plot" ADD CONSTRAINT "plot_copied_fkey" FOREIGN KEY ("farm_id", "family_id", "local_government_id", "region_id") REFERENCES "farm"("id", "family_id", "local_government_id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_copied_fkey" FOREIGN KEY ("plot_id", "farm_id", "family_id", "local_government_id", "region_id", "crop", "system", "hectares") REFERENCES "plot"("id", "farm_id", "family_id", "local_government_id", "region_id", "crop", "system", "hectares") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_participation" ADD CONSTRAINT "training_participation_copied_fkey" FOREIGN KEY ("member_id", "family_id", "local_government_id", "region_id", "sex") REFERENCES "family_member"("id", "family_id", "local_government_id", "region_id", "sex") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who adds a record, or gives it to another owner, need not know of the copies.

CREATE FUNCTION copy_family() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT local_government_id, region_id INTO NEW.local_government_id, NEW.region_id FROM family WHERE id = NEW.family_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION copy_farm() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT family_id, local_government_id, region_id INTO NEW.family_id, NEW.local_government_id, NEW.region_id
    FROM farm WHERE id = NEW.farm_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION copy_plot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT farm_id, family_id, local_government_id, region_id, crop, system, hectares
    INTO NEW.farm_id, NEW.family_id, NEW.local_government_id, NEW.region_id, NEW.crop, NEW.system, NEW.hectares
    FROM plot WHERE id = NEW.plot_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION copy_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT local_government_id, region_id, sex INTO NEW.local_government_id, NEW.region_id, NEW.sex
    FROM family_member WHERE id = NEW.member_id;
    RETURN NEW;
END
$$;

CREATE TRIGGER copy_family BEFORE INSERT ON "family_member" FOR EACH ROW
    WHEN (NEW.local_government_id IS NULL) EXECUTE FUNCTION copy_family();
CREATE TRIGGER copy_other_family BEFORE UPDATE OF family_id ON "family_member" FOR EACH ROW
    WHEN (NEW.family_id <> OLD.family_id) EXECUTE FUNCTION copy_family();

CREATE TRIGGER copy_farm BEFORE INSERT ON "plot" FOR EACH ROW
    WHEN (NEW.family_id IS NULL) EXECUTE FUNCTION copy_farm();
CREATE TRIGGER copy_other_farm BEFORE UPDATE OF farm_id ON "plot" FOR EACH ROW
    WHEN (NEW.farm_id <> OLD.farm_id) EXECUTE FUNCTION copy_farm();

CREATE TRIGGER copy_plot BEFORE INSERT ON "harvest" FOR EACH ROW
    WHEN (NEW.farm_id IS NULL) EXECUTE FUNCTION copy_plot();
CREATE TRIGGER copy_other_plot BEFORE UPDATE OF plot_id ON "harvest" FOR EACH ROW
    WHEN (NEW.plot_id <> OLD.plot_id) EXECUTE FUNCTION copy_plot();

CREATE TRIGGER copy_member BEFORE INSERT ON "training_participation" FOR EACH ROW
    WHEN (NEW.local_government_id IS NULL) EXECUTE FUNCTION copy_member();
CREATE TRIGGER copy_other_member BEFORE UPDATE OF member_id, family_id ON "training_participation" FOR EACH ROW
    WHEN (NEW.member_id <> OLD.member_id OR NEW.family_id <> OLD.family_id) EXECUTE FUNCTION copy_member();
