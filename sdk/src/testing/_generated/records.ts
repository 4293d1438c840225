// Made by test/programme/write.ts from the data model.
import type { ActivityStatus, CapacityDimension, CertificationKind, Commodity, ConsentScope, ConsentStatus, CoordinationLevel, Crop, CroppingSystem, Currency, DatePrecision, EnterpriseSupportKind, Evidence, FigureComparison, GovernmentLevel, InternetServiceKind, InterventionCode, InvestmentInstrument, InvestmentKind, MarketEventRole, MarketEventSeries, OrganizationKind, OrganizationLevel, ProductionKind, Provenance, Sex, TrainingModality, TrainingTopic, VerificationMethod } from "../../generated/values.ts";

/** The records of each model. Days are texts, YYYY-MM-DD; decimals are numbers. */
export interface Records {
  Activity: {
    id: number;
    identifier: string;
    title: string;
    description: string | null;
    status: ActivityStatus;
    implementerId: number;
    startsOn: string | null;
    startsOnPrecision: DatePrecision | null;
    endsOn: string | null;
    endsOnPrecision: DatePrecision | null;
    provenance: Provenance;
    sourceId: number;
  };
  ActivityIntervention: {
    id: number;
    activityId: number;
    interventionId: number;
  };
  ActivitySector: {
    id: number;
    activityId: number;
    code: string;
    name: string;
  };
  CapacityAssessment: {
    id: number;
    localGovernmentId: number;
    dimension: CapacityDimension;
    assessedOn: string;
    score: number;
  };
  CocaArea: {
    id: number;
    year: number;
    hectares: number;
    zoneId: number | null;
    regionId: number | null;
    sourceId: number;
  };
  CocaFreeVerification: {
    id: number;
    code: string;
    areaCode: string;
    farmId: number;
    verifiedOn: string;
    method: VerificationMethod;
    eradicatedHectares: number;
    cocaFreeHectares: number;
    supersededOn: string | null;
    provenance: Provenance;
  };
  CoordinationAgreement: {
    id: number;
    bodyId: number;
    code: string;
    title: string;
    agreedOn: string;
  };
  CoordinationBody: {
    id: number;
    code: string;
    name: string;
    level: CoordinationLevel;
    description: string;
    provenance: Provenance;
  };
  CoordinationInstrument: {
    id: number;
    code: string;
    name: string;
    level: CoordinationLevel;
    description: string;
    bodyId: number | null;
    provenance: Provenance;
  };
  CoordinationMembership: {
    id: number;
    bodyId: number;
    organizationId: number;
    chairs: boolean;
  };
  CountryRanking: {
    id: number;
    code: string;
    commodity: Commodity;
    production: ProductionKind;
    label: string;
    rank: number | null;
    band: number | null;
    year: number | null;
    provenance: Provenance;
    sourceId: number;
  };
  Disbursement: {
    id: number;
    investmentId: number;
    disbursedOn: string;
    amount: number;
    currency: Currency;
  };
  Enterprise: {
    id: number;
    code: string;
    name: string;
    localityId: number;
    localGovernmentId: number;
    regionId: number;
    valueChain: Crop;
    memberCount: number;
    foundedYear: number;
    provenance: Provenance;
  };
  EnterpriseSupport: {
    id: number;
    enterpriseId: number;
    organizationId: number;
    activityId: number;
    kind: EnterpriseSupportKind;
    suppliedOn: string;
  };
  Family: {
    id: number;
    code: string;
    localGovernmentId: number;
    regionId: number;
    localityId: number | null;
    enrolledOn: string;
    povertyLikelihood: number;
    consentStatus: ConsentStatus;
    consentScope: ConsentScope;
    consentOn: string;
    provenance: Provenance;
  };
  FamilyMember: {
    id: number;
    code: string;
    familyId: number;
    sex: Sex;
    birthYear: number;
    isHead: boolean;
    name: string | null;
    nationalId: string | null;
    provenance: Provenance;
  };
  Farm: {
    id: number;
    code: string;
    familyId: number;
    localGovernmentId: number;
    regionId: number;
    latitude: number;
    longitude: number;
    altitude: number;
    hectares: number;
    provenance: Provenance;
  };
  FarmCertification: {
    id: number;
    farmId: number;
    kind: CertificationKind;
    validFrom: string;
    validUntil: string;
  };
  Harvest: {
    id: number;
    plotId: number;
    year: number;
    kg: number;
    pricePerKg: number;
    currency: Currency;
  };
  HouseholdIncome: {
    id: number;
    familyId: number;
    year: number;
    netIncome: number;
    currency: Currency;
  };
  Indicator: {
    id: number;
    code: string;
    title: string;
    unit: string;
    definition: string;
    disaggregations: string[];
    baselineYear: number | null;
    baselineValue: number | null;
    targetYear: number | null;
    targetValue: number | null;
    provenance: Provenance;
  };
  InternetService: {
    id: number;
    localityId: number;
    kind: InternetServiceKind;
    activeOn: string;
    operatorId: number;
  };
  Intervention: {
    id: number;
    code: InterventionCode;
    name: string;
    nameEs: string;
    description: string;
  };
  Investment: {
    id: number;
    code: string;
    kind: InvestmentKind;
    instrument: InvestmentInstrument;
    amount: number;
    currency: Currency;
    committedOn: string;
    funderId: number;
    interventionId: number;
    activityId: number | null;
    localGovernmentId: number;
    regionId: number;
    recipientFamilyId: number | null;
    recipientLocalGovernmentId: number | null;
    recipientLocalityId: number | null;
    recipientEnterpriseId: number | null;
    provenance: Provenance;
  };
  LocalGovernment: {
    id: number;
    ubigeo: string;
    level: GovernmentLevel;
    name: string;
    latitude: number | null;
    longitude: number | null;
    povertyRate: number | null;
    provenance: Provenance;
    regionId: number;
    provinceId: number | null;
  };
  LocalGovernmentBudget: {
    id: number;
    localGovernmentId: number;
    year: number;
    openingBudget: number;
    modifiedBudget: number;
    accrued: number;
    currency: Currency;
    sourceId: number;
  };
  Locality: {
    id: number;
    code: string;
    name: string;
    latitude: number | null;
    longitude: number | null;
    provenance: Provenance;
    localGovernmentId: number;
    regionId: number;
  };
  MarketEvent: {
    id: number;
    code: string;
    series: MarketEventSeries;
    edition: number | null;
    year: number | null;
    startsOn: string | null;
    endsOn: string | null;
    city: string | null;
    country: string;
    localGovernmentId: number | null;
    verification: string;
    provenance: Provenance;
    sourceId: number;
  };
  MarketEventParticipation: {
    id: number;
    eventId: number;
    organizationId: number;
    role: MarketEventRole;
    provenance: Provenance;
  };
  Organization: {
    id: number;
    code: string;
    name: string;
    kind: OrganizationKind;
    level: OrganizationLevel;
    provenance: Provenance;
  };
  Plot: {
    id: number;
    code: string;
    farmId: number;
    crop: Crop;
    variety: string;
    hectares: number;
    system: CroppingSystem;
    plantedYear: number;
    provenance: Provenance;
  };
  Province: {
    id: number;
    ubigeo: string;
    name: string;
    latitude: number | null;
    longitude: number | null;
    provenance: Provenance;
    regionId: number;
  };
  PublishedFigure: {
    id: number;
    code: string;
    title: string;
    titleEs: string;
    unit: string;
    comparison: FigureComparison;
    value: number | null;
    sourceId: number;
  };
  Region: {
    id: number;
    ubigeo: string;
    name: string;
    capital: string;
    latitude: number | null;
    longitude: number | null;
    provenance: Provenance;
  };
  Source: {
    id: number;
    code: string;
    title: string;
    url: string | null;
    licence: string | null;
    retrievedOn: string | null;
  };
  Training: {
    id: number;
    code: string;
    title: string;
    topic: TrainingTopic;
    modality: TrainingModality;
    startsOn: string;
    endsOn: string;
    hours: number;
    organizationId: number;
    localGovernmentId: number;
    regionId: number;
    interventionId: number;
    activityId: number | null;
    provenance: Provenance;
  };
  TrainingParticipation: {
    id: number;
    trainingId: number;
    memberId: number;
    familyId: number;
    attendanceRate: number;
    certified: boolean;
  };
  Zone: {
    id: number;
    code: string;
    name: string;
    provenance: Provenance;
  };
  ZoneCoverage: {
    id: number;
    zoneId: number;
    localGovernmentId: number;
    regionId: number;
    evidence: Evidence;
    basis: string;
    sourceId: number;
  };
}
