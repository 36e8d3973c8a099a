-- Journals of bulks: one row per list of messages.
CREATE TABLE hero_bulk_journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    -- Tells whether a key is the journal's own. The key is not in the database.
    key_check bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- One row per message that was claimed.
CREATE TABLE hero_bulk_message (
    -- No foreign key: each insert would lock the one row of the journal.
    journal bigint NOT NULL,
    -- Its place in the list; the first is 0.
    input bigint NOT NULL,
    -- 0 claimed, 1 started, 2 sent, 3 not sent, 4 unknown.
    state smallint NOT NULL CHECK (state BETWEEN 0 AND 4),
    -- HMAC-SHA256 of what is sent, with the key of the journal, cut to 64 bits.
    fingerprint bigint CHECK (state = 0 OR fingerprint IS NOT NULL),
    -- The id that Hero gave the message.
    message text CHECK ((message IS NOT NULL) = (state = 2)),
    -- Who has it, and until when. A worker is a random number.
    worker bigint,
    lease_until timestamptz,
    PRIMARY KEY (journal, input)
    -- Room on each page: a row changes three times, in columns that have no index.
) WITH (fillfactor = 60);
