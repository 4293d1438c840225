-- Shape g: each table is read once for all of its figures.
WITH investments AS (
  SELECT
    count(DISTINCT recipient_family_id) FILTER (WHERE kind = 'FAMILY_FINANCING')::numeric AS financed_families,
    sum(amount) FILTER (WHERE kind = 'FAMILY_FINANCING') AS family_financing,
    sum(amount) FILTER (WHERE kind = 'PUBLIC_RESOURCES') AS public_resources,
    sum(amount) FILTER (WHERE kind = 'PRIVATE_CONNECTIVITY') AS private_connectivity
  FROM investment WHERE committed_on BETWEEN '2018-01-01' AND '2022-12-31'
), land AS (
  SELECT p.crop, sum(p.hectares) AS hectares
  FROM plot p JOIN farm f ON f.id = p.farm_id JOIN family y ON y.id = f.family_id
  WHERE y.enrolled_on BETWEEN '2018-01-01' AND '2022-12-31'
  GROUP BY p.crop
), panel AS (
  SELECT
    sum(net_income) FILTER (WHERE year = 2018) AS first_income,
    sum(net_income) FILTER (WHERE year = 2022) AS last_income
  FROM household_income WHERE year BETWEEN 2018 AND 2022
  GROUP BY family_id HAVING count(*) = 5
), income AS (
  SELECT (sum(last_income) / sum(first_income) - 1) * 100 AS of_averages, avg(last_income / first_income - 1) * 100 AS of_each FROM panel
), checks AS (
  SELECT sum(coca_free_hectares) / sum(eradicated_hectares) * 100 AS hectares, avg(coca_free_hectares / eradicated_hectares) * 100 AS areas
  FROM coca_free_verification
  WHERE verified_on BETWEEN '2018-01-01' AND '2022-12-31' AND (superseded_on IS NULL OR superseded_on > '2022-12-31')
), trained AS (
  SELECT
    count(DISTINCT tp.member_id) FILTER (WHERE t.topic = 'DIGITAL_SKILLS')::numeric AS digital_skills,
    count(DISTINCT tp.member_id) FILTER (WHERE t.topic = 'FINANCIAL_EDUCATION')::numeric AS financial_education
  FROM training t JOIN training_participation tp ON tp.training_id = t.id
  WHERE t.topic IN ('DIGITAL_SKILLS', 'FINANCIAL_EDUCATION') AND t.starts_on BETWEEN '2018-01-01' AND '2022-12-31'
), rankings AS (
  SELECT code, coalesce(rank, band)::numeric AS place FROM country_ranking
), figures (code, value) AS (
  VALUES
    ('FAMILIES', (SELECT count(*)::numeric FROM family WHERE enrolled_on BETWEEN '2018-01-01' AND '2022-12-31')),
    ('FINANCED_FAMILIES', (SELECT financed_families FROM investments)),
    ('FAMILY_FINANCING', (SELECT family_financing FROM investments)),
    ('COFFEE_HECTARES', (SELECT hectares FROM land WHERE crop = 'COFFEE')),
    ('CACAO_HECTARES', (SELECT hectares FROM land WHERE crop = 'CACAO')),
    ('PUBLIC_RESOURCES', (SELECT public_resources FROM investments)),
    ('INCOME_CHANGE', (SELECT of_averages FROM income)),
    ('INCOME_CHANGE_OF_EACH', (SELECT of_each FROM income)),
    ('COCA_FREE_HECTARES', (SELECT hectares FROM checks)),
    ('COCA_FREE_AREAS', (SELECT areas FROM checks)),
    ('CONNECTED_LOCALITIES', (SELECT count(DISTINCT locality_id)::numeric FROM internet_service
      WHERE kind IN ('FIXED_4G', 'MOBILE_4G') AND active_on BETWEEN '2018-01-01' AND '2022-12-31')),
    ('PRIVATE_CONNECTIVITY', (SELECT private_connectivity FROM investments)),
    ('DIGITAL_SKILLS', (SELECT digital_skills FROM trained)),
    ('FINANCIAL_EDUCATION', (SELECT financial_education FROM trained)),
    ('ENTERPRISES', (SELECT count(DISTINCT s.enterprise_id)::numeric FROM enterprise_support s JOIN organization o ON o.id = s.organization_id
      WHERE o.code = 'UP' AND s.supplied_on BETWEEN '2018-01-01' AND '2022-12-31')),
    ('CHOCOLATE_SHOW_EDITIONS', (SELECT count(*)::numeric FROM market_event WHERE series = 'CACAO_AND_CHOCOLATE_SHOW' AND year BETWEEN 2010 AND 2022)),
    ('MARKET_EVENT_SERIES', (SELECT count(DISTINCT series)::numeric FROM market_event WHERE year <= 2022 OR year IS NULL)),
    ('ORGANIC_CACAO_RANK', (SELECT place FROM rankings WHERE code = 'CACAO-ORGANIC')),
    ('ORGANIC_COFFEE_RANK', (SELECT place FROM rankings WHERE code = 'COFFEE-ORGANIC')),
    ('CONVENTIONAL_COFFEE_RANK', (SELECT place FROM rankings WHERE code = 'COFFEE-CONVENTIONAL')),
    ('CONVENTIONAL_CACAO_RANK', (SELECT place FROM rankings WHERE code = 'CACAO-CONVENTIONAL')),
    ('VALUE_CHAINS', (SELECT count(*)::numeric FROM land WHERE crop IN ('CACAO', 'COFFEE', 'BANANA', 'TIMBER'))),
    ('INTERVENTIONS', (SELECT count(DISTINCT intervention_id)::numeric FROM activity_intervention)),
    ('COORDINATION_LEVELS', (SELECT count(DISTINCT level)::numeric FROM coordination_body)),
    ('PUBLIC_ENTITY_LEVELS', (SELECT count(DISTINCT level)::numeric FROM organization WHERE kind = 'PUBLIC_ENTITY'))
)
SELECT p.code, p.title, round(f.value, 4) AS value FROM published_figure p JOIN figures f USING (code) ORDER BY p.id
