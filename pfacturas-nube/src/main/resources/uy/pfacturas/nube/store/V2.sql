-- The life of its station that declared this number as in use; empty before any did.
ALTER TABLE numero ADD COLUMN declarado TEXT;
