import { rules } from "../access/policy.ts";
import { record } from "../analysis/dimensions.ts";
import { analyses } from "../analysis/fields.ts";
import { familyAnalysis } from "./family/analysis.ts";
import { incomeAnalysis } from "./family/income-analysis.ts";
import { incomeChangeAnalysis } from "./family/income-change-analysis.ts";
import { familyMemberAnalysis } from "./family-member/analysis.ts";
import { farmAnalysis } from "./farm/analysis.ts";
import { investmentAnalysis } from "./investment/analysis.ts";
import { LocalGovernment } from "./local-government/object.ts";
import { Locality } from "./locality/object.ts";
import { Organization } from "./organization/object.ts";
import { places } from "./places.ts";
import { plotAnalysis } from "./plot/analysis.ts";
import { harvestAnalysis } from "./plot/harvest-analysis.ts";
import { Province } from "./province/object.ts";
import { Region } from "./region/object.ts";
import { trainingAnalysis } from "./training/analysis.ts";
import { participationAnalysis } from "./training-participation/analysis.ts";
import { verificationAnalysis } from "./verification/analysis.ts";
import { Zone } from "./zone/object.ts";

const geographic = [
  ["Region", Region, "region"],
  ["Province", Province, "province"],
  ["LocalGovernment", LocalGovernment, "localGovernment"],
  ["Zone", Zone, "zone"],
] as const;

// What the root says of the country, each place says of itself.
for (const [name, node, level] of geographic) {
  const here = (path = "") => places(path)[level];
  analyses(node, name, {
    familyAnalysis: { of: familyAnalysis, by: here(), description: "Measures of the families that live here." },
    familyMemberAnalysis: {
      of: familyMemberAnalysis,
      by: here("family."),
      description: "Measures of the people of the families that live here.",
    },
    farmAnalysis: { of: farmAnalysis, by: here(), description: "Measures of the farms that lie here." },
    plotAnalysis: { of: plotAnalysis, by: here("farm."), description: "Measures of the plots that lie here." },
    harvestAnalysis: {
      of: harvestAnalysis,
      by: here("plot.farm."),
      description: "Measures of the harvests of the plots that lie here.",
    },
    householdIncomeAnalysis: {
      of: incomeAnalysis,
      by: here("family."),
      description: "Measures of the incomes of the families that live here.",
    },
    incomeChangeAnalysis: {
      of: incomeChangeAnalysis,
      by: here(),
      description: "How the incomes of the families that live here changed between two years.",
    },
    trainingAnalysis: { of: trainingAnalysis, by: here(), description: "Measures of the trainings given here." },
    trainingParticipationAnalysis: {
      of: participationAnalysis,
      by: here("family."),
      description: "Measures of the participations, in trainings anywhere, of people who live here.",
    },
    investmentAnalysis: { of: investmentAnalysis, by: here(), description: "Measures of the investments made here." },
    verificationAnalysis: {
      of: verificationAnalysis,
      by: here("farm."),
      description: "Measures of the checks of eradicated areas that lie here.",
    },
  });
}

const locality = (path: string) =>
  record(path, "Locality", "code", () => Locality, { description: "The locality.", nullable: true });

analyses(Locality, "Locality", {
  familyAnalysis: {
    of: familyAnalysis,
    by: locality("locality"),
    description: "Measures of the families that live here.",
    rule: rules.nearTotals,
  },
  investmentAnalysis: {
    of: investmentAnalysis,
    by: locality("recipientLocality"),
    description: "Measures of the investments that the locality received.",
  },
});

const organization = (path: string) =>
  record(path, "Organization", "code", () => Organization, { description: "The organisation." });

analyses(Organization, "Organization", {
  trainingAnalysis: {
    of: trainingAnalysis,
    by: organization("organization"),
    description: "Measures of the trainings that the organisation gives.",
  },
  trainingParticipationAnalysis: {
    of: participationAnalysis,
    by: organization("training.organization"),
    description: "Measures of the participations in the trainings that the organisation gives.",
  },
  investmentAnalysis: {
    of: investmentAnalysis,
    by: organization("funder"),
    description: "Measures of the investments made with the organisation's money.",
  },
});
