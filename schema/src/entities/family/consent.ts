import { ConsentScope, ConsentStatus, type Family } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";

export const ConsentStatusType = enumType("ConsentStatus", ConsentStatus, "Whether a consent is in force.", {
  GIVEN: "The family agreed and has not withdrawn.",
  WITHDRAWN: "The family has withdrawn its consent.",
});

export const ConsentScopeType = enumType("ConsentScope", ConsentScope, "What a family agrees its data be used for.", {
  PROGRAMME: "Running the programme only.",
  RESEARCH: "Running the programme, and research with records under a pseudonym.",
});

export const Consent = builder
  .objectRef<Pick<Family, "consentStatus" | "consentScope" | "consentOn">>("Consent")
  .implement({
    description: "The consent of a family to the use of its data.",
    fields: (t) => ({
      status: t.expose("consentStatus", { type: ConsentStatusType, description: "Given or withdrawn." }),
      scope: t.expose("consentScope", { type: ConsentScopeType, description: "What the consent covers." }),
      date: t.expose("consentOn", { type: "Date", description: "Day on which the family last decided." }),
    }),
  });
