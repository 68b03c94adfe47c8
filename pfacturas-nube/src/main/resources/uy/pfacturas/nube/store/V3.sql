-- CFC: numbers of paper, which no block has. Each correction is a row of its own; the highest one
-- that is FIRME counts.
CREATE TABLE cfc (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  tipo INTEGER NOT NULL,
  serie TEXT NOT NULL,
  nro INTEGER NOT NULL,
  correccion INTEGER NOT NULL,
  estacion TEXT NOT NULL,
  id TEXT NOT NULL,
  estado TEXT NOT NULL,
  huella TEXT NOT NULL,
  hash TEXT NOT NULL,
  xml TEXT NOT NULL,
  adenda TEXT,
  cambio TEXT NOT NULL,
  UNIQUE (ruc, tipo, serie, nro, correccion)
);
CREATE INDEX cfc_por_id ON cfc (ruc, id);
