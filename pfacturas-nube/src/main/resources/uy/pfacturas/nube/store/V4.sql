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

-- What a person decided, and who it was. asunto: what it is about, such as cuarentena/5.
CREATE TABLE decision (
  n INTEGER PRIMARY KEY,
  cuando TEXT NOT NULL,
  quien TEXT NOT NULL,
  asunto TEXT NOT NULL,
  que TEXT NOT NULL
);

-- When a person closed it; empty while it is open.
ALTER TABLE cuarentena ADD COLUMN cerrada TEXT;
