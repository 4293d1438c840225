import { isObjectType } from "graphql";
import { builder } from "../builder.ts";
import { Region } from "../entities/region/object.ts";
import { argumentError } from "../errors.ts";
import { listOf } from "../found.ts";
import { needing } from "../needs.ts";
import { readers, recordReaders } from "./forbidden.ts";
import { hasPolicy, openPolicy, policyOf, rootPolicy, ruleOf, rules } from "./policy.ts";
import { seesNoRecords } from "./rows.ts";
import { needsCare, thresholdOf } from "./totals.ts";
import type { Role, Viewer } from "./viewer.ts";

const RoleType = builder.enumType("Role", {
  description: "What a caller may be, from the least right to the most.",
  values: {
    PUBLIC: { value: "public", description: "Everyone: sees what is open, and totals of large enough groups." },
    PARTNER: {
      value: "partner",
      description: "An app: sees families of its own regions that consented to research, under pseudonyms.",
    },
    ANALYST: { value: "analyst", description: "Sees all families, under pseudonyms." },
    STEWARD: { value: "steward", description: "Sees everything; each read of a name is written to the audit log." },
  } as const,
});

const FieldRightType = builder.enumType("FieldRight", {
  description: "What a caller gets of a field.",
  values: {
    SHOWN: { description: "The value as it is; lists can be filtered and sorted by it." },
    MASKED: { description: "The value changed: rounded, or a pseudonym. Not to filter or to sort by." },
    COUNTED: { description: "Not the value; but totals can be narrowed by it." },
    AUDITED: { description: "The value as it is, for a stated purpose; each read is written to the audit log." },
    HIDDEN: { description: "Nothing." },
  } as const,
});

interface Permission {
  viewer: Viewer;
  type: string;
  field: string | null;
}

openPolicy("Permission", "read", "field", "threshold", "needed");
const Permission = builder.objectRef<Permission>("Permission").implement({
  description: "What the caller may do with a type of the graph, or with a field of it.",
  fields: (t) => ({
    read: t.boolean({
      description: "Whether the caller may read it: the field where one was named, else records of the type.",
      resolve: ({ viewer, type, field }) => neededFor(type, field).includes(viewer.role),
    }),
    field: t.field({
      type: FieldRightType,
      nullable: true,
      description: "What the caller gets of the field; null when none was named.",
      resolve: ({ viewer, type, field }) => (field === null ? null : rightOf(viewer, type, field)),
    }),
    threshold: t.int({
      nullable: true,
      description:
        "Smallest number of families that totals of the type may tell of, in families; null when there is no bound.",
      resolve: ({ viewer, type }) => (needsCare(policyOf(type), viewer) ? thresholdOf(viewer) : null),
    }),
    needed: t.field({
      type: [RoleType],
      description: "The roles that may read it.",
      resolve: ({ type, field }) => neededFor(type, field),
    }),
  }),
});

function neededFor(type: string, field: string | null): Role[] {
  const forRecords = recordReaders(type);
  return field === null ? forRecords : readers(ruleOf(type, field)).filter((role) => forRecords.includes(role));
}

function rightOf(viewer: Viewer, type: string, field: string) {
  const right = ruleOf(type, field)[viewer.role];
  if (right === "counted") return "COUNTED";
  if (seesNoRecords(policyOf(type), viewer) || right === "hidden") return "HIDDEN";
  if (right === "shown") return "SHOWN";
  return right === "audited" ? "AUDITED" : "MASKED";
}

openPolicy("Viewer", "role", "purpose", "regions", "can");
const ViewerType = builder.objectRef<Viewer>("Viewer").implement({
  description: "Who asks, and what it may do.",
  fields: (t) => ({
    role: t.expose("role", { type: RoleType, description: "The role that the caller's credential gives." }),
    purpose: t.exposeString("purpose", {
      nullable: true,
      description: "What the caller wants the data for, as stated in the credential or with the request.",
    }),
    regions: t.field({
      type: [Region],
      nullable: true,
      description: "The regions whose families a partner may see; null for who is bound to none.",
      ...listOf({
        model: "Region",
        where: (_args, { viewer }) => (viewer.role === "partner" ? { ubigeo: { in: [...viewer.regions] } } : undefined),
        orderBy: { ubigeo: "asc" },
      }),
    }),
    can: t.field({
      type: Permission,
      description: "What the caller may do with a type, or with a field of it.",
      args: {
        type: t.arg.string({ required: true, description: "Name of an object type of the graph. Example: Farm." }),
        field: t.arg.string({ description: "Name of a field of the type. Example: coordinates." }),
      },
      extensions: needing("schema"),
      resolve: (viewer, { type, field }, _context, { schema }) => {
        const found = schema.getType(type);
        if (!isObjectType(found) || !hasPolicy(type)) {
          throw argumentError(
            "BAD_ARGUMENT",
            "type",
            "type must be the name of an object type of the graph, such as Farm.",
          );
        }
        if (field && !found.getFields()[field]) {
          throw argumentError("BAD_ARGUMENT", "field", `field must be the name of a field of ${type}.`);
        }
        return { viewer, type, field: field ?? null };
      },
    }),
  }),
});

rootPolicy("viewer", rules.open);
builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerType,
    description: "Who asks, and what it may do.",
    extensions: needing(),
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
