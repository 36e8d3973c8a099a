CREATE TABLE journal (
    -- Tells whether a key is the journal's own.
    key_check INTEGER NOT NULL
) STRICT;

-- One row per message that was claimed.
CREATE TABLE message (
    -- Its place in the list; the first is 0.
    input INTEGER PRIMARY KEY,
    -- 0 claimed, 1 started, 2 sent, 3 not sent, 4 unknown.
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
    -- HMAC-SHA256 of what is sent, with the key of the journal, cut to 64 bits.
    fingerprint INTEGER CHECK (state = 0 OR fingerprint IS NOT NULL),
    -- The id that Hero gave the message.
    message TEXT CHECK ((message IS NOT NULL) = (state = 2)),
    -- Who has it, and until when, in seconds since 1970. A worker is a random number.
    worker INTEGER,
    lease_until REAL
) STRICT;
