-- Shape e. Grouped by ids first, so that names are looked up once a group.
SELECT g.crop::text AS crop, r.ubigeo, r.name, g.count::int AS count, g.hectares
FROM (
  SELECT p.crop, f.region_id, count(*) AS count, sum(p.hectares) AS hectares
  FROM plot p JOIN farm f ON f.id = p.farm_id
  GROUP BY p.crop, f.region_id
) g
JOIN region r ON r.id = g.region_id
ORDER BY g.crop, r.ubigeo
