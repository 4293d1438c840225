import { pageOf } from "../schema.mjs";
import { commitmentsByKindAndYear, factSheet, hectaresByCropAndRegion } from "../sql.mjs";

const day = (date) => date.toISOString().slice(0, 10);
const listOf = (rows) => rows.then((nodes) => ({ nodes }));
const byCode = { orderBy: { code: "asc" } };

/** As people write them for Prisma: relations by its fluent calls, which are batched within a tick. */
export function createResolvers(prisma) {
  const family = ({ id }) => prisma.family.findUnique({ where: { id } });
  const government = {
    localGovernment: ({ localGovernmentId: id }) => prisma.localGovernment.findUnique({ where: { id } }),
  };

  const connection = async (model, args, first) => ({
    ...pageOf(await model.findMany({ ...args, take: first + 1 }), first),
    totalCount: () => model.count({ where: args.where }),
  });

  return {
    Query: {
      family: (_, { code }) => prisma.family.findUnique({ where: { code } }),
      localGovernment: (_, { ubigeo }) => prisma.localGovernment.findUnique({ where: { ubigeo } }),
      region: (_, { ubigeo }) => prisma.region.findUnique({ where: { ubigeo } }),
      farms: (_, { first, region, localGovernment, crop, orderBy }) => {
        const where = {
          ...(region && { region: { ubigeo: region } }),
          ...(localGovernment && { localGovernment: { ubigeo: localGovernment } }),
          ...(crop && { plots: { some: { crop } } }),
        };
        const order = orderBy === "HECTARES_DESC" ? [{ hectares: "desc" }, { id: "asc" }] : [{ code: "asc" }];
        return connection(prisma.farm, { where, orderBy: order }, first);
      },
      investments: (_, { first, kind, from }) =>
        connection(
          prisma.investment,
          { where: { kind, committedOn: { gte: new Date(from) } }, orderBy: [{ amount: "desc" }, { id: "asc" }] },
          first,
        ),
      hectaresByCropAndRegion: async () =>
        (await prisma.$queryRawUnsafe(hectaresByCropAndRegion)).map(({ ubigeo, name, hectares, ...row }) => ({
          ...row,
          hectares: Number(hectares),
          region: { ubigeo, name },
        })),
      commitmentsByKindAndYear: () => prisma.$queryRawUnsafe(commitmentsByKindAndYear),
      figures: () => prisma.$queryRawUnsafe(factSheet),
    },
    Region: {
      localGovernments: ({ id }, { first, withFamilies }) =>
        listOf(
          prisma.region.findUnique({ where: { id } }).localGovernments({
            where: withFamilies ? { families: { some: {} } } : {},
            orderBy: { ubigeo: "asc" },
            take: first,
          }),
        ),
    },
    LocalGovernment: {
      families: ({ id }, { first }) =>
        listOf(prisma.localGovernment.findUnique({ where: { id } }).families({ ...byCode, take: first })),
    },
    Family: {
      ...government,
      enrolledOn: ({ enrolledOn }) => day(enrolledOn),
      farms: (parent, { first }) => listOf(family(parent).farms({ ...byCode, take: first })),
      investments: (parent, { first }) => listOf(family(parent).investments({ ...byCode, take: first })),
      trainings: async (parent, { first }) => {
        const orderBy = [{ training: { code: "asc" } }, { id: "asc" }];
        const participations = await family(parent).participations({
          orderBy,
          take: first,
          include: { training: true },
        });
        return { edges: participations.map(({ attendanceRate, training }) => ({ attendanceRate, node: training })) };
      },
      povertyLikelihood: ({ povertyLikelihood }) => povertyLikelihood.toNumber(),
    },
    AttendedTrainingEdge: { attendanceRate: ({ attendanceRate }) => attendanceRate.toNumber() },
    Training: { startsOn: ({ startsOn }) => day(startsOn) },
    Farm: {
      ...government,
      hectares: ({ hectares }) => hectares.toNumber(),
      coordinates: ({ latitude, longitude }) => ({ latitude, longitude }),
    },
    Investment: {
      ...government,
      committedOn: ({ committedOn }) => day(committedOn),
      amount: ({ amount, currency }) => ({ amount: amount.toFixed(2), currency }),
    },
  };
}
