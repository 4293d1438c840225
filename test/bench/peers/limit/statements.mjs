import { commitmentsByKindAndYear, factSheet, hectaresByCropAndRegion } from "../sql.mjs";
import { district, region } from "./nested.mjs";

// Flat answers are rows that are written to JSON here, which is faster than JSON made in SQL; nested ones are the text of the statement.

const text = JSON.stringify;
const list = (rows, write) => `{"nodes":[${rows.map(write).join(",")}]}`;
const page = (rows, first, write) => {
  const kept = rows.length > first ? rows.slice(0, first) : rows;
  const cursor = kept.length > 0 ? text(Buffer.from(String(kept.at(-1).at(-1))).toString("base64")) : "null";
  const info = `"pageInfo":{"hasNextPage":${rows.length > first},"endCursor":${cursor}}`;
  return `{"totalCount":${rows[0]?.[0] ?? 0},"nodes":[${kept.map(write).join(",")}],${info}}`;
};
const none = () => [];

/** A statement for each operation, by its name: what goes in, and how what comes out is written. */
export const statements = {
  Family: {
    text: `SELECT y.enrolled_on, y.poverty_likelihood, g.ubigeo, g.name, f.code, f.hectares, f.altitude
      FROM family y JOIN local_government g ON g.id = y.local_government_id
      LEFT JOIN LATERAL (SELECT * FROM farm WHERE family_id = y.id ORDER BY code LIMIT 20) f ON TRUE
      WHERE y.code = $1 ORDER BY f.code`,
    values: ({ code }) => [code],
    write(rows) {
      if (rows.length === 0) return '{"family":null}';
      const [day, poverty, ubigeo, name, first] = rows[0];
      const farms = list(
        first === null ? [] : rows,
        (row) => `{"code":${text(row[4])},"hectares":${Number(row[5])},"altitude":${row[6]}}`,
      );
      const place = `{"ubigeo":${text(ubigeo)},"name":${text(name)}}`;
      return `{"family":{"enrolledOn":"${day}","povertyLikelihood":${Number(poverty)},"localGovernment":${place},"farms":${farms}}}`;
    },
  },
  District: district,
  Region: region,
  CacaoFarms: {
    text: `WITH found AS MATERIALIZED (
        SELECT id, code, hectares, altitude FROM farm f
        WHERE region_id = (SELECT id FROM region WHERE ubigeo = $1)
          AND EXISTS (SELECT FROM plot p WHERE p.farm_id = f.id AND p.crop = 'CACAO')
      )
      SELECT (SELECT count(*) FROM found), code, hectares, altitude, id FROM found ORDER BY hectares DESC, id LIMIT 21`,
    values: ({ ubigeo }) => [ubigeo],
    write: (rows) =>
      `{"farms":${page(rows, 20, ([, code, hectares, altitude]) => `{"code":${text(code)},"hectares":${Number(hectares)},"altitude":${altitude}}`)}}`,
  },
  PublicResources: {
    text: `SELECT count(*) OVER (), i.code, i.committed_on, i.amount, i.currency, g.ubigeo, g.name, i.id
      FROM investment i JOIN local_government g ON g.id = i.local_government_id
      WHERE i.kind = 'PUBLIC_RESOURCES' AND i.committed_on >= $1::date ORDER BY i.amount DESC, i.id LIMIT 21`,
    values: ({ from }) => [from],
    write: (rows) =>
      `{"investments":${page(
        rows,
        20,
        ([, code, day, amount, currency, ubigeo, name]) =>
          `{"code":${text(code)},"committedOn":"${day}","amount":{"amount":"${amount}","currency":"${currency}"},"localGovernment":{"ubigeo":${text(ubigeo)},"name":${text(name)}}}`,
      )}}`,
  },
  Crops: {
    text: hectaresByCropAndRegion,
    values: none,
    write: (rows) =>
      `{"plotAnalysis":{"rows":[${rows.map(([crop, ubigeo, name, count, hectares]) => `{"key":{"crop":"${crop}","region":{"ubigeo":${text(ubigeo)},"name":${text(name)}}},"count":${count},"hectares":{"sum":${Number(hectares)}}}`).join(",")}]}}`,
  },
  Pages: {
    text: `SELECT w.n, f.code, f.hectares, f.altitude, f.provenance, f.latitude, f.longitude, g.ubigeo, g.name
      FROM unnest($1::text[]) WITH ORDINALITY AS w (ubigeo, n)
      JOIN local_government g ON g.ubigeo = w.ubigeo
      JOIN LATERAL (SELECT * FROM farm WHERE local_government_id = g.id ORDER BY code LIMIT 100) f ON TRUE`,
    values: (variables) => [Array.from({ length: 10 }, (_, i) => variables[`d${i}`])],
    write(rows) {
      const pages = Array.from({ length: 10 }, () => "");
      for (const [n, code, hectares, altitude, provenance, latitude, longitude, ubigeo, name] of rows) {
        const row = `{"code":${text(code)},"hectares":${Number(hectares)},"altitude":${altitude},"provenance":"${provenance}","coordinates":{"latitude":${latitude},"longitude":${longitude}},"localGovernment":{"ubigeo":${text(ubigeo)},"name":${text(name)}}}`;
        pages[n - 1] += pages[n - 1] === "" ? row : `,${row}`;
      }
      return `{${pages.map((nodes, i) => `"p${i}":{"nodes":[${nodes}]}`).join(",")}}`;
    },
  },
  FactSheet: {
    text: factSheet,
    values: none,
    write: (rows) =>
      `{"factSheet":{"figures":[${rows.map(([code, title, value]) => `{"code":"${code}","title":${text(title)},"value":${text(value)}}`).join(",")}]}}`,
  },
  Commitments: {
    text: commitmentsByKindAndYear,
    values: none,
    write: (rows) =>
      `{"investmentAnalysis":{"rows":[${rows.map(([kind, year, count, sum, currency]) => `{"key":{"kind":"${kind}","year":${year}},"count":${count},"amount":{"sum":"${sum}","currency":"${currency}"}}`).join(",")}]}}`,
  },
};
