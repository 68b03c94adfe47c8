-- What is written once about this database: its world, its identity, its epoch.
CREATE TABLE meta (
  clave TEXT PRIMARY KEY,
  valor TEXT NOT NULL
) WITHOUT ROWID;

-- Companies. registro: the record as JSON.
CREATE TABLE empresa (
  ruc TEXT PRIMARY KEY,
  registro TEXT NOT NULL
) WITHOUT ROWID;

-- Keys that sign or signed for a company; the highest n is the one in use. No secret is here.
CREATE TABLE clave_firma (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  pkcs12 TEXT NOT NULL,
  contrasena TEXT NOT NULL,
  certificado TEXT NOT NULL,
  desde TEXT NOT NULL
);
CREATE INDEX clave_firma_por_ruc ON clave_firma (ruc, n);

-- API keys: hash of the secret only.
CREATE TABLE clave_api (
  nombre TEXT PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  resumen TEXT NOT NULL,
  creada TEXT NOT NULL
) WITHOUT ROWID;

-- Authorisations; siguiente: first number not leased yet.
CREATE TABLE cae (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  cae_id INTEGER NOT NULL,
  tipo INTEGER NOT NULL,
  serie TEXT NOT NULL,
  desde INTEGER NOT NULL,
  hasta INTEGER NOT NULL,
  vence TEXT NOT NULL,
  registro TEXT NOT NULL,
  archivo BLOB NOT NULL,
  siguiente INTEGER NOT NULL,
  UNIQUE (ruc, cae_id),
  CHECK (siguiente >= desde AND siguiente <= hasta + 1)
);

-- Lives of the stations; the highest n of a station is the one that lives.
CREATE TABLE vida (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  estacion TEXT NOT NULL,
  encarnacion TEXT NOT NULL,
  desde TEXT NOT NULL,
  UNIQUE (ruc, estacion, encarnacion)
);

-- Blocks: the same request has the same block for ever.
CREATE TABLE bloque (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL REFERENCES empresa (ruc),
  estacion TEXT NOT NULL,
  encarnacion TEXT NOT NULL,
  tipo INTEGER NOT NULL,
  solicitud TEXT NOT NULL,
  cae INTEGER NOT NULL REFERENCES cae (n),
  serie TEXT NOT NULL,
  desde INTEGER NOT NULL,
  hasta INTEGER NOT NULL,
  dado TEXT NOT NULL,
  UNIQUE (ruc, estacion, encarnacion, tipo, solicitud)
);

-- Every number that was leased, for ever. cambio: when its state changed last.
CREATE TABLE numero (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL,
  tipo INTEGER NOT NULL,
  serie TEXT NOT NULL,
  nro INTEGER NOT NULL,
  bloque INTEGER NOT NULL REFERENCES bloque (n),
  estacion TEXT NOT NULL,
  estado TEXT NOT NULL,
  id TEXT,
  huella TEXT,
  hash TEXT,
  cambio TEXT NOT NULL,
  UNIQUE (ruc, tipo, serie, nro)
);
CREATE INDEX numero_por_id ON numero (ruc, id) WHERE id IS NOT NULL;

-- The signed document of a number, apart from it so that a change of state does not rewrite it.
CREATE TABLE firma (
  numero INTEGER PRIMARY KEY REFERENCES numero (n),
  xml TEXT NOT NULL,
  adenda TEXT
);

-- Which station owns an id.
CREATE TABLE documento (
  ruc TEXT NOT NULL,
  id TEXT NOT NULL,
  duena TEXT NOT NULL,
  PRIMARY KEY (ruc, id)
) WITHOUT ROWID;

-- What contradicts the ledger, kept for a person. Repeating a message adds nothing.
CREATE TABLE cuarentena (
  n INTEGER PRIMARY KEY,
  ruc TEXT NOT NULL,
  tipo INTEGER NOT NULL,
  serie TEXT NOT NULL,
  nro INTEGER NOT NULL,
  motivo TEXT NOT NULL,
  estacion TEXT NOT NULL,
  id TEXT NOT NULL,
  huella TEXT NOT NULL,
  hash TEXT NOT NULL,
  xml TEXT NOT NULL,
  recibido TEXT NOT NULL,
  UNIQUE (ruc, tipo, serie, nro, motivo, estacion, id, huella, hash)
);

-- Taxpayers that the demo registry knows.
CREATE TABLE contribuyente (
  rut TEXT PRIMARY KEY,
  registro TEXT NOT NULL
) WITHOUT ROWID;
