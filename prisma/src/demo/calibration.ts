/** What the fact sheet says, and how the demo programme meets it; every total is multiplied by the scale. */
export const FACT_SHEET = {
  /** "approximately 87,200 families in rural areas" */
  families: 87_200,
  /** "36,722 families" obtained financing */
  financedFamilies: 36_722,
  /** "US$92,132,183 in financing" */
  familyFinancingUsd: 92_132_183,
  /** "coffee farms totaling 33,619 hectares" */
  coffeeHectares: 33_619,
  /** "cacao farms totaling 80,986 hectares" */
  cacaoHectares: 80_986,
  /** "additional resources of US$72 million (above their regular allocations)" */
  publicResourcesUsd: 72_000_000,
  /** "average increase in the incomes of USAID-assisted smallholder farmers of 97.5 percent between the years 2018-2022" */
  incomeFactor: 1.975,
  /** "117 localities connected to 4G fixed and/or mobile" */
  connectedLocalities: 117,
} as const;

/** Where the fact sheet says "more than" or "over", the number that the demo programme takes. */
export const CHOSEN = {
  /** "on average over 90 percent of the hectares on which coca had been produced remain coca-free" */
  cocaFreeShare: 0.926,
  /** "more than five million dollars in private investment for Internet services" */
  privateConnectivityUsd: 5_312_480,
  /** "more than 15,000 people trained in digital skills" */
  digitalSkillsPeople: 15_420,
  /** "more than 20,000 people in financial education" */
  financialEducationPeople: 20_640,
  /** "more than 50 enterprises strengthened by the Rural Innovation Program" */
  innovationEnterprises: 56,
  /** The rest are the project's own, for the fact sheet is silent on them. */
  agroforestryPeople: 61_000,
  localGovernancePeople: 3_150,
  businessSkillsPeople: 6_480,
  otherEnterprises: 124,
  localities: 1_060,
  panelFamilies: 12_000,
  otherIncomeFamilies: 8_000,
  verifiedAreas: 9_000,
  publicResourceTransfers: 260,
} as const;

/** A count at a scale: rounded, and never so small that there is nothing to look at. */
export function atScale(count: number, scale: number, least = 1): number {
  return Math.max(least, Math.round(count * scale));
}

/** Money at a scale, in cents. */
export function centsAtScale(usd: number, scale: number): number {
  return Math.round(usd * 100 * scale);
}

/** Hectares at a scale, in the ten-thousandths that the model keeps. */
export function hectareUnitsAtScale(hectares: number, scale: number): number {
  return Math.round(hectares * 10_000 * scale);
}

/** A whole number of cents as a decimal. */
export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** A whole number of ten-thousandths of a hectare as a decimal. */
export function hectares(units: number): string {
  return (units / 10_000).toFixed(4);
}
