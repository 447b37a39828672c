/// The tables of `views.sqlite`, for people to query. Disposable: deleted and rebuilt when the version changes.
enum ViewsSchema {
    static let version = 2

    static let tables = """
        CREATE TABLE follower (
          name TEXT NOT NULL, log TEXT NOT NULL, position INTEGER NOT NULL, root TEXT NOT NULL,
          PRIMARY KEY (name, log)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, at TEXT, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE section (
          log TEXT NOT NULL, idx INTEGER NOT NULL, section TEXT NOT NULL, name_zh TEXT NOT NULL,
          name_en TEXT NOT NULL, river TEXT NOT NULL, basin TEXT NOT NULL, body_type TEXT NOT NULL,
          control_level TEXT NOT NULL, upstream TEXT NOT NULL, downstream TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reading (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, section TEXT NOT NULL, source TEXT NOT NULL,
          time TEXT NOT NULL, status TEXT NOT NULL, correction TEXT, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reading_value (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, indicator TEXT NOT NULL,
          value TEXT NOT NULL, PRIMARY KEY (log, idx, row, indicator)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reading_by_time ON reading (section, time);
        CREATE TABLE agreement (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, digest TEXT NOT NULL,
          channel TEXT NOT NULL, scheme_digest TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
          PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE statement (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, settlement_digest TEXT, conclusion TEXT, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, party TEXT NOT NULL, amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE settlement (
          agreement TEXT NOT NULL, agreement_digest TEXT NOT NULL, period TEXT NOT NULL, state TEXT NOT NULL,
          own_digest TEXT, PRIMARY KEY (agreement, agreement_digest, period)
        ) STRICT, WITHOUT ROWID;
        """
}
