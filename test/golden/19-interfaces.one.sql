SELECT json_build_array((SELECT json_agg(x.r)
FROM (SELECT json_build_array(t20."id", t20."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t22."id", t22."code") AS r
FROM "zone_coverage" t21
LEFT JOIN "zone" t22 ON t22."id" = t21."zone_id"
LEFT JOIN "zone" o1 ON o1."id" = t21."zone_id"
WHERE t21."region_id" = t20."id"
ORDER BY o1."code" ASC) x), t20."capital") AS r
FROM "region" t20 
WHERE t20."id" = ANY($1::"int4"[]) ) x)), json_build_array((SELECT json_agg(x.r)
FROM (SELECT json_build_array(t35."id") AS r
FROM "farm" t35 
WHERE t35."id" = ANY($2::"int4"[]) ) x)), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t50."id", t50."name", t50."level", t50."latitude", t50."longitude", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t51."year", t51."modified_budget"::text, t51."currency", t51."id", t51."accrued"::text, t52."id", t52."code") AS r
FROM "local_government_budget" t51
LEFT JOIN "source" t52 ON t52."id" = t51."source_id" 
WHERE t51."local_government_id" = t50."id"
ORDER BY t51."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t53."dimension", t53."assessed_on"::text, t53."score"::text, t53."id") AS r
FROM "capacity_assessment" t53 
WHERE t53."local_government_id" = t50."id"
ORDER BY t53."assessed_on" ASC, t53."dimension" ASC) x)) AS r
FROM "local_government" t50 
WHERE t50."ubigeo" = $3::"text" ) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t54."id", t54."name") AS r
FROM "region" t54 
WHERE t54."ubigeo" = $4::"text" ) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t56."id", t57."id", t57."name", t58."id", t59."id", t55."id") AS r
FROM (SELECT t55.*
FROM "investment" t55 
WHERE TRUE
ORDER BY t55."amount" DESC, t55."id" ASC LIMIT 3) t55
LEFT JOIN "family" t56 ON t56."id" = t55."recipient_family_id"
LEFT JOIN "local_government" t57 ON t57."id" = t55."recipient_local_government_id"
LEFT JOIN "locality" t58 ON t58."id" = t55."recipient_locality_id"
LEFT JOIN "enterprise" t59 ON t59."id" = t55."recipient_enterprise_id"
ORDER BY t55."amount" DESC, t55."id" ASC) x);
