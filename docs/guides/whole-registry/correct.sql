-- Correct the mistakes of firms.sql: the right option, and nothing where the figure is not known.
UPDATE firms SET industry = 'farming' WHERE id = 'F00042';
UPDATE firms SET staff = NULL WHERE id = 'F00777';
UPDATE firms SET revenue = NULL WHERE id = 'F01234';
