-- Ten thousand invented firms, the same ones every time: each value is a hash of the number of the
-- firm and the name of the column. About a third of the values are missing, as in real registries.
-- The table is that of
-- `eligibility sql --pack packs/national-sme-2026.json --dialect duckdb --template`.

-- A number from 0 to 9999.
CREATE OR REPLACE TEMP MACRO draw(firm, name) AS
  CAST(md5_number_lower(CAST(firm AS VARCHAR) || '/' || name || '/2026') % 10000 AS INTEGER);

-- Whether the registry has the value; `share` is in percent.
CREATE OR REPLACE TEMP MACRO has(firm, name, share) AS draw(firm, name || ' known') < share * 100;

-- Few large firms and many small ones, from 1 to 10 000.
CREATE OR REPLACE TEMP MACRO size(firm, name) AS
  CAST(ceil(pow(10, draw(firm, name) / 2500.0)) AS INTEGER);

INSERT INTO firms (
  id, resident_enterprise, region, industry, catalogue_class, founded_on, staff, revenue, assets,
  revenue_before, liabilities, certificates, rd, rd_before, audited_accounts, rd_accounts,
  excluded_industry, income_base, main_revenue, employees, tech_staff, cost_total, ip_one, core_ip,
  records, taxable_income, staff_quarterly, assets_quarterly, vat_small_scale
)
SELECT
  'F' || lpad(CAST(n AS VARCHAR), 5, '0'),
  CASE WHEN draw(n, 'kind') < 9000 THEN 'mainland' ELSE 'individual' END,
  CASE WHEN has(n, 'region', 95) THEN 'guangdong' END,
  CASE WHEN has(n, 'industry', 90) THEN
    list_extract(
      ['manufacturing', 'software', 'wholesale', 'retail', 'construction', 'catering', 'other'],
      1 + draw(n, 'industry') % 7
    )
  END,
  CASE WHEN has(n, 'class', 70) THEN 'none' END,
  CASE WHEN has(n, 'founded', 99) THEN DATE '2026-06-30' - draw(n, 'founded') END,
  CASE WHEN has(n, 'staff', 85) THEN size(n, 'staff') END,
  CASE WHEN has(n, 'revenue', 85) THEN size(n, 'staff') * (20 + draw(n, 'revenue') % 80) END,
  CASE WHEN has(n, 'assets', 80) THEN size(n, 'staff') * (10 + draw(n, 'assets') % 90) END,
  CASE WHEN has(n, 'before', 75) THEN size(n, 'staff') * (20 + draw(n, 'before') % 70) END,
  CASE WHEN has(n, 'liabilities', 70) THEN size(n, 'staff') * (draw(n, 'liabilities') % 60) END,
  CASE
    WHEN draw(n, 'certificates') < 300 THEN ['tech-sme', 'high-tech']
    WHEN draw(n, 'certificates') < 1000 THEN ['tech-sme']
    WHEN draw(n, 'certificates') < 8000 THEN CAST([] AS VARCHAR[])
  END,
  CASE WHEN has(n, 'rd', 60) THEN size(n, 'staff') * (draw(n, 'rd') % 12) END,
  CASE WHEN has(n, 'rd before', 55) THEN size(n, 'staff') * (draw(n, 'rd before') % 11) END,
  CASE WHEN has(n, 'accounts', 80) THEN draw(n, 'accounts') < 9000 END,
  CASE WHEN has(n, 'rd accounts', 60) THEN draw(n, 'rd accounts') < 6000 END,
  -- A few firms in trade or catering have 'none' too, which contradicts their industry.
  CASE
    WHEN has(n, 'excluded', 80) AND (draw(n, 'industry') % 7 NOT IN (2, 3, 5) OR has(n, 'slip', 1))
    THEN 'none'
  END,
  CASE WHEN has(n, 'income', 60) THEN size(n, 'staff') * (20 + draw(n, 'revenue') % 80) END,
  CASE WHEN has(n, 'main', 60) THEN size(n, 'staff') * (18 + draw(n, 'revenue') % 80) END,
  CASE WHEN has(n, 'employees', 75) THEN size(n, 'staff') END,
  CASE WHEN has(n, 'tech', 60) THEN size(n, 'staff') * (draw(n, 'tech') % 6) // 10 END,
  CASE WHEN has(n, 'cost', 70) THEN size(n, 'staff') * (15 + draw(n, 'cost') % 60) END,
  CASE WHEN has(n, 'ip', 75) THEN draw(n, 'ip') % 3 END,
  CASE WHEN has(n, 'core', 70) THEN draw(n, 'core') < 7000 END,
  CASE WHEN has(n, 'records', 90) THEN CAST([] AS VARCHAR[]) END,
  CASE WHEN has(n, 'taxable', 80) THEN size(n, 'staff') * (draw(n, 'taxable') % 15 - 2) END,
  CASE WHEN has(n, 'quarterly', 80) THEN size(n, 'staff') END,
  CASE WHEN has(n, 'assets', 80) THEN size(n, 'staff') * (10 + draw(n, 'assets') % 90) END,
  CASE WHEN has(n, 'vat', 90) THEN size(n, 'staff') < 20 END
FROM range(10000) AS numbers(n);

-- Mistakes, as every registry has some: an unknown option, and figures out of range.
UPDATE firms SET industry = 'fishing' WHERE id = 'F00042';
UPDATE firms SET staff = -3 WHERE id = 'F00777';
UPDATE firms SET revenue = 250000000 WHERE id = 'F01234';
