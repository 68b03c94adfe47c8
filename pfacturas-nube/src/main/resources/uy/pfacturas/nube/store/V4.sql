-- Companies whose numbers are in doubt since a restore of this database. margen: numbers to pass
-- over above the highest that is declared, where the mark was lost; empty where it was there.
CREATE TABLE restauracion (
  ruc TEXT PRIMARY KEY,
  margen INTEGER
) WITHOUT ROWID;

-- Stations that have not declared what they hold since the restore: they are not served.
CREATE TABLE por_declarar (
  ruc TEXT NOT NULL,
  estacion TEXT NOT NULL,
  PRIMARY KEY (ruc, estacion)
) WITHOUT ROWID;

-- What a person decided, and who it was.
CREATE TABLE decision (
  n INTEGER PRIMARY KEY,
  cuando TEXT NOT NULL,
  quien TEXT NOT NULL,
  que TEXT NOT NULL
);
