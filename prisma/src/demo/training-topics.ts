import type { TrainingModality, TrainingTopic } from "../generated/client/enums.ts";
import { CHOSEN } from "./calibration.ts";
import { dayOf } from "./days.ts";
import type { Random } from "./random.ts";

/** What sets the trainings of one topic apart. */
export interface TopicPlan {
  topic: TrainingTopic;
  /** Distinct people at scale 1. */
  people: number;
  titles: readonly [string, ...string[]];
  modalities: readonly [modality: TrainingModality, weight: number][];
  interventions: readonly [code: string, weight: number][];
  /** People that start a training together. */
  group: readonly [least: number, most: number];
  /** Length in days and in hours. */
  days: readonly [least: number, most: number];
  hours: readonly [least: number, most: number];
  /** How likely a person of an age is to be asked. */
  interest(age: number): number;
}

export const TOPICS: readonly TopicPlan[] = [
  {
    topic: "DIGITAL_SKILLS",
    people: CHOSEN.digitalSkillsPeople,
    titles: ["Internet y celular para la finca", "Trámites y pagos en línea", "Ventas por redes sociales"],
    modalities: [
      ["IN_PERSON", 45],
      ["BLENDED", 35],
      ["ONLINE", 20],
    ],
    interventions: [
      ["DIGITAL_INCLUSION", 75],
      ["DIGITIZATION", 25],
    ],
    group: [10, 22],
    days: [5, 30],
    hours: [12, 36],
    interest: (age) => (age < 30 ? 0.95 : age < 45 ? 0.7 : 0.3),
  },
  {
    topic: "FINANCIAL_EDUCATION",
    people: CHOSEN.financialEducationPeople,
    titles: ["Ahorro y crédito familiar", "Costos de producción y presupuesto", "Banca móvil y seguros"],
    modalities: [
      ["IN_PERSON", 60],
      ["BLENDED", 28],
      ["ONLINE", 12],
    ],
    interventions: [["FINANCIAL_INCLUSION", 1]],
    group: [12, 26],
    days: [3, 25],
    hours: [8, 24],
    interest: (age) => (age < 22 ? 0.5 : age < 60 ? 0.9 : 0.4),
  },
  {
    topic: "AGROFORESTRY",
    people: CHOSEN.agroforestryPeople,
    titles: [
      "Escuela de campo: poda y sombra",
      "Fertilidad del suelo y abonos",
      "Cosecha y poscosecha",
      "Vivero e injerto",
    ],
    modalities: [
      ["FARMER_FIELD_SCHOOL", 78],
      ["IN_PERSON", 22],
    ],
    interventions: [["AGROFORESTRY", 1]],
    group: [15, 30],
    days: [60, 180],
    hours: [32, 80],
    interest: (age) => (age < 20 ? 0.45 : age < 65 ? 0.95 : 0.5),
  },
  {
    topic: "LOCAL_GOVERNANCE",
    people: CHOSEN.localGovernancePeople,
    titles: ["Presupuesto participativo", "Formulación de proyectos de inversión", "Vigilancia ciudadana"],
    modalities: [
      ["IN_PERSON", 70],
      ["BLENDED", 30],
    ],
    interventions: [["LOCAL_GOVERNANCE", 1]],
    group: [10, 24],
    days: [2, 40],
    hours: [10, 40],
    interest: (age) => (age < 25 ? 0.4 : 0.8),
  },
  {
    topic: "BUSINESS_SKILLS",
    people: CHOSEN.businessSkillsPeople,
    titles: ["Plan de negocio rural", "Mercadeo y calidad", "Gestión de asociaciones"],
    modalities: [
      ["BLENDED", 55],
      ["IN_PERSON", 30],
      ["ONLINE", 15],
    ],
    interventions: [["CAPACITY_BUILDING", 1]],
    group: [10, 20],
    days: [10, 60],
    hours: [20, 60],
    interest: (age) => (age < 40 ? 0.9 : 0.5),
  },
];

/** Who gives a training and under which activity; no activity where none of the known ones reached. */
export interface Carrier {
  organization: string;
  activity: string;
}

const CR3CE_REGIONS = new Set(["10", "22", "25"]);
const CACAO_ALLIANCE_REGIONS = new Set(["10", "19", "22", "25"]);
const SPECIALTY_COFFEE_REGIONS = new Set(["08", "12", "21"]);
const ISP_FROM = dayOf("2018-10-01");
const ALIANZA_AMAZONIA_FROM = dayOf("2020-01-01");
const SPECIALTY_COFFEE_FROM = dayOf("2021-09-15");

/** Follows where and when the real activities worked, as far as the facts say. */
export function trainingCarrier(random: Random, topic: TrainingTopic, region: string, day: number): Carrier {
  const draw = random.uniform();
  switch (topic) {
    case "DIGITAL_SKILLS":
    case "FINANCIAL_EDUCATION":
      if (region === "25" && day >= ALIANZA_AMAZONIA_FROM && draw < 0.35) {
        return { organization: "CEDRO", activity: "ALIANZA-AMAZONIA" };
      }
      return CR3CE_REGIONS.has(region)
        ? { organization: "CEDRO", activity: "CR3CE" }
        : { organization: "DEVIDA", activity: "" };
    case "AGROFORESTRY":
      if (CR3CE_REGIONS.has(region) && draw < 0.3) return { organization: "TECHNOSERVE", activity: "CAFE" };
      if (CACAO_ALLIANCE_REGIONS.has(region)) return { organization: "PALLADIUM", activity: "ACP-II" };
      return SPECIALTY_COFFEE_REGIONS.has(region) && day >= SPECIALTY_COFFEE_FROM
        ? { organization: "CENTRAL-CAFE-CACAO", activity: "CCE" }
        : { organization: "DEVIDA", activity: "" };
    case "LOCAL_GOVERNANCE":
      return day >= ISP_FROM
        ? { organization: "CHEMONICS", activity: "ISP-DEVIDA" }
        : { organization: "DEVIDA", activity: "" };
    case "BUSINESS_SKILLS":
      return { organization: "UP", activity: "PIR-UP" };
  }
}
