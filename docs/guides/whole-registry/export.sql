-- The firms as a file for `eligibility invite`. Name the columns that the measures need, and no
-- others.
COPY (
  SELECT
    id, resident_enterprise, catalogue_class, taxable_income, staff_quarterly, assets_quarterly,
    vat_small_scale
  FROM firms
  ORDER BY id
) TO 'firms.parquet' (FORMAT parquet);
