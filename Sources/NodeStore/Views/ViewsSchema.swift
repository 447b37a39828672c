/// The tables of `views.sqlite`, for people to query. Disposable: deleted and rebuilt when the version changes.
enum ViewsSchema {
    static let version = 10

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
          time TEXT NOT NULL, status TEXT NOT NULL, correction TEXT, published_class TEXT,
          PRIMARY KEY (log, idx, row)
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
        CREATE TABLE agreement_word (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL, digest TEXT NOT NULL,
          detail TEXT, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE statement (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, settlement_digest TEXT, conclusion TEXT, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fact (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
          PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE exemption (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, fact TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE endorsement (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, of_log TEXT NOT NULL, of_idx INTEGER NOT NULL,
          decision TEXT, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger (
          log TEXT NOT NULL, idx INTEGER NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL,
          period TEXT NOT NULL, party TEXT NOT NULL, amount_fen INTEGER NOT NULL, basin TEXT,
          PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE levy (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, basin TEXT NOT NULL, section TEXT NOT NULL,
          upstream TEXT NOT NULL, downstream TEXT NOT NULL, monthly_fen INTEGER NOT NULL, from_month TEXT NOT NULL,
          to_month TEXT, bearer TEXT NOT NULL, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE levy_charge (
          log TEXT NOT NULL, idx INTEGER NOT NULL, section TEXT NOT NULL, month TEXT NOT NULL, party TEXT NOT NULL,
          amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx, party)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE incident (
          log TEXT NOT NULL, idx INTEGER NOT NULL, section TEXT NOT NULL, occurred TEXT NOT NULL,
          description TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE incident_ruling (
          log TEXT NOT NULL, idx INTEGER NOT NULL, incident_log TEXT NOT NULL, incident_idx INTEGER NOT NULL,
          party TEXT NOT NULL, basin TEXT NOT NULL, year TEXT NOT NULL, cancels TEXT NOT NULL,
          deduction_fen INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE award (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, basin TEXT NOT NULL, year TEXT NOT NULL,
          outside INTEGER NOT NULL, party TEXT NOT NULL, amount_fen INTEGER NOT NULL, remark TEXT NOT NULL,
          PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE basin_account (
          log TEXT NOT NULL, idx INTEGER NOT NULL, basin TEXT NOT NULL, year TEXT NOT NULL, party TEXT NOT NULL,
          amount_fen INTEGER NOT NULL, account_digest TEXT NOT NULL, PRIMARY KEY (log, idx, party)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE clearing (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, agreement_digest TEXT NOT NULL,
          year TEXT NOT NULL, number INTEGER NOT NULL, settlements INTEGER NOT NULL, unsettled INTEGER NOT NULL,
          PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE clearing_transfer (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, payer TEXT NOT NULL, payee TEXT NOT NULL,
          river TEXT, amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, statement_number TEXT NOT NULL,
          payer TEXT NOT NULL, payee TEXT NOT NULL, paid_on TEXT NOT NULL, amount_fen INTEGER NOT NULL,
          treasury TEXT NOT NULL, memo TEXT NOT NULL, budget_subject TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment_item (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, purpose TEXT NOT NULL, year TEXT NOT NULL,
          river TEXT, amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment_received (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, payment TEXT NOT NULL,
          received_on TEXT NOT NULL, amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE forced_deduction (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, payer TEXT NOT NULL, payee TEXT NOT NULL,
          river TEXT, overdue_fen INTEGER NOT NULL, surcharge_fen INTEGER NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE in_kind (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, payer TEXT NOT NULL, payee TEXT NOT NULL,
          form TEXT NOT NULL, description TEXT NOT NULL, value_fen INTEGER NOT NULL, replaces_fen INTEGER NOT NULL,
          PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE in_kind_acceptance (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, offer TEXT NOT NULL,
          PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE split (
          log TEXT NOT NULL, idx INTEGER NOT NULL, row INTEGER NOT NULL, agreement TEXT NOT NULL,
          payment TEXT NOT NULL, party TEXT NOT NULL, name TEXT NOT NULL, factor INTEGER NOT NULL,
          amount_fen INTEGER NOT NULL, PRIMARY KEY (log, idx, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fund_use (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, project TEXT NOT NULL,
          purpose TEXT NOT NULL, river TEXT NOT NULL, reason TEXT, amount_fen INTEGER NOT NULL,
          report_due TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fund_report (
          log TEXT NOT NULL, idx INTEGER NOT NULL, agreement TEXT NOT NULL, use TEXT NOT NULL,
          spent_fen INTEGER NOT NULL, result TEXT NOT NULL, PRIMARY KEY (log, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE settlement (
          agreement TEXT NOT NULL, agreement_digest TEXT NOT NULL, period TEXT NOT NULL, state TEXT NOT NULL,
          settlement_digest TEXT, PRIMARY KEY (agreement, agreement_digest, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stretch (
          log TEXT NOT NULL, start INTEGER NOT NULL, marks BLOB NOT NULL, root TEXT NOT NULL, program TEXT NOT NULL,
          digest TEXT NOT NULL, PRIMARY KEY (log, start)
        ) STRICT;
        """
}
