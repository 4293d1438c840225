-- Statements ask data_change themselves: a function is planned anew in each of them.
DROP FUNCTION data_version();
