/// How the pages look: on a phone, on a desk, in large text and on paper. One sheet, served beside them.
public enum Stylesheet {
    /// UTF-8.
    public static var bytes: [UInt8] { Array(text.utf8) }

    /// Contrast of text is at least 4.5 : 1 everywhere, and colour is never the only sign of anything. Sizes are in rem,
    /// so that a reader's larger text makes everything larger.
    static let text = """
        :root { color-scheme: light; --ink: #1a1a1a; --quiet: #4a4a4a; --paper: #ffffff; --line: #8a8a8a;
          --hair: #d5dbe1; --link: #0b4f8a; --band: #eef3f7; --warn: #7a2e00; --warn-paper: #fff4e5; --limit: #a3200d;
          --done: #1b5e34; }
        * { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.65; overflow-wrap: anywhere;
          font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimSun, sans-serif; }
        main, header > *, footer { max-width: 72rem; margin-left: auto; margin-right: auto; padding: 0 1rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, .table:focus-visible, pre:focus-visible,
        .river:focus-visible, .chart:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
        header { border-bottom: 2px solid var(--link); background: var(--band); }
        .top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem; }
        .node { font-size: 1.2rem; font-weight: bold; margin: .6rem 0 .2rem; }
        .node a { color: var(--ink); text-decoration: none; }
        .languages { margin: .6rem 0 .2rem; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; }
        nav a { display: inline-block; padding: .5rem 0 .35rem; border-bottom: 3px solid transparent; text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav a[aria-current] { color: var(--ink); font-weight: bold; border-color: var(--link); }
        h1 { font-size: 1.6rem; line-height: 1.3; margin: 1.25rem 0 .5rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; } h4 { font-size: 1rem; margin: 1rem 0 .3rem; }
        .freshness, .quiet { color: var(--quiet); font-size: .92rem; } .freshness { margin: 0 0 1rem; }
        .warning { border: 2px solid var(--warn); background: var(--warn-paper); color: var(--warn);
          padding: .5rem .9rem; margin: 1rem 0; } .warning p, .warning ul { margin: .3rem 0; }
        .table { overflow-x: auto; margin: .9rem 0 .4rem; max-width: 100%; }
        table { border-collapse: collapse; min-width: 60%; overflow-wrap: normal; }
        caption { text-align: left; font-weight: bold; padding: .25rem 0; }
        th, td { border: 1px solid var(--hair); padding: .35rem .7rem; text-align: left; vertical-align: top; }
        thead th { background: var(--band); border-bottom: 2px solid var(--line); white-space: nowrap; }
        tbody th { font-weight: normal; white-space: nowrap; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .downloads { margin: .2rem 0 1rem; font-size: .92rem; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1.25rem; margin: .75rem 0; }
        dt { color: var(--quiet); } dd { margin: 0; }
        .figures { display: flex; flex-wrap: wrap; gap: 1rem; }
        .figures div { border: 1px solid var(--hair); border-top: 4px solid var(--link); padding: .6rem 1.2rem; min-width: 10rem;
          flex: 1; display: flex; flex-direction: column-reverse; }
        .figures dd { font-size: 1.5rem; font-weight: bold; font-variant-numeric: tabular-nums; }
        pre, .digest { font-family: "Noto Sans Mono CJK SC", "Source Code Pro", Consolas, monospace; font-size: .86rem; }
        pre { white-space: pre-wrap; background: var(--band); border-left: 4px solid var(--hair); padding: .5rem .8rem;
          margin: .5rem 0; overflow-x: auto; }
        .result { border: 1px solid var(--hair); border-left: 6px solid var(--link); padding: .4rem 1.1rem; margin: 1rem 0; }
        .amount { font-size: 1.2rem; } .capitals { display: block; font-size: 1rem; }
        .state { border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .5rem; white-space: nowrap; }
        .state.recorded, .state.verified, .state.cleared, .state.paid { border-color: var(--done); color: var(--done);
          font-weight: bold; }
        .state.disputed, .state.refused { border-color: var(--warn); color: var(--warn); font-weight: bold; }
        .peer.unreachable, .peer.refused, .peer.halted { color: var(--warn); font-weight: bold; }
        .steps { padding-left: 1.6rem; } .steps li { margin-bottom: 1.1rem; } .steps h3 { margin-top: 0; }
        .steps p { margin: .2rem 0; } .arithmetic { font-variant-numeric: tabular-nums; }
        .class { border-left: .8rem solid; padding-left: .4rem; white-space: nowrap; }
        .c1, .c2 { border-color: #2f6fb2; fill: #2f6fb2; } .c3 { border-color: #2e8b57; fill: #2e8b57; }
        .c4 { border-color: #e0b400; fill: #e0b400; } .c5 { border-color: #d2691e; fill: #d2691e; }
        .c6 { border-color: #a31515; fill: #a31515; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: .5rem 1.5rem; }
        figure { margin: .75rem 0; } figcaption { font-weight: bold; }
        .chart { overflow-x: auto; } .chart svg { width: 100%; min-width: 30rem; height: auto; display: block; }
        .chart text { font-size: 13px; fill: var(--ink); }
        .grid { stroke: var(--hair); stroke-width: 1; }
        .limit { stroke: var(--limit); stroke-width: 1.5; stroke-dasharray: 6 4; }
        .series { fill: none; stroke: var(--link); stroke-width: 1.5; stroke-linejoin: round; }
        .dots { fill: none; stroke: var(--link); stroke-width: 5; stroke-linecap: round; }
        .river { overflow-x: auto; } .river svg { width: 100%; max-width: 44rem; min-width: 36rem; height: auto; display: block; }
        .river text { font-size: 15px; fill: var(--ink); }
        .party { fill: var(--band); stroke: var(--line); } .flow { stroke: var(--link); stroke-width: 4; fill: none; }
        .head { fill: var(--link); } .stop { stroke: var(--ink); stroke-width: 2; fill: var(--paper); }
        .stop.c1, .stop.c2 { fill: #2f6fb2; } .stop.c3 { fill: #2e8b57; } .stop.c4 { fill: #e0b400; }
        .stop.c5 { fill: #d2691e; } .stop.c6 { fill: #a31515; }
        .article.ruled { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.5rem;
          border-top: 1px solid var(--hair); padding-top: .25rem; }
        .rules { margin-top: 1rem; }
        .turn { display: flex; gap: 1.5rem; }
        .account { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0 1rem; }
        .account p { margin: .2rem 0; }
        .act { border: 1px solid var(--hair); padding: .3rem 1rem; margin: .75rem 0; max-width: 44rem; }
        .account .act { border: 0; padding: 0; margin: 0; }
        .act label { display: block; } .act p { margin: .5rem 0; } pre.warning { white-space: pre-wrap; }
        label { margin-right: .5rem; } input, button, select, textarea { font: inherit; padding: .35rem .6rem; max-width: 100%;
          border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: var(--ink); }
        button { background: var(--link); border-color: var(--link); color: #ffffff; }
        .sheet { border: 1px solid var(--hair); padding: 1.5rem 2rem; margin: 1rem 0; max-width: 60rem; }
        .sheet h2 { font-size: 1.05rem; margin: 1.1rem 0 .3rem; } .sheet caption { display: none; }
        .sheet table { width: 100%; } .sheet .table { margin: .3rem 0; } .sheet dl { margin: .3rem 0; }
        .sheet tbody th, .sheet thead th { white-space: normal; }
        .sheet-title { font-size: 1.4rem; font-weight: bold; text-align: center; margin: 0 0 .75rem; }
        .seals { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.5rem 0; }
        .seals div { flex: 1; min-width: 12rem; min-height: 7rem; border: 1px dashed var(--line); padding: .5rem .8rem; }
        footer { border-top: 1px solid var(--hair); margin-top: 2.5rem; padding-top: .5rem; padding-bottom: 2rem;
          color: var(--quiet); font-size: .92rem; }
        footer p { margin: .25rem 0; }
        @media screen and (max-width: 44rem) {
          dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: .6rem; }
          .figures div { padding: .4rem .8rem; } h1 { font-size: 1.35rem; }
          .article.ruled { display: block; } .sheet { padding: .75rem; }
        }
        @media print {
          @page { size: A4; margin: 14mm 14mm 16mm; }
          @page zh { @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 8.5pt; } }
          @page en { @bottom-center { content: "page " counter(page) " of " counter(pages); font-size: 8.5pt; } }
          body:lang(zh) { page: zh; } body:lang(en) { page: en; }
          nav, .skip, .languages, .downloads, .screen, .turn, .account, .act { display: none; }
          html { font-size: 9.5pt; } a { color: inherit; text-decoration: none; }
          main, header > *, footer { max-width: none; padding: 0; } header { background: none; }
          .table { overflow: visible; } thead { display: table-header-group; }
          tr, dt, dd, figure, .seals, .result { break-inside: avoid; } h2, h3, dt, figcaption { break-after: avoid; }
          .sheet { border: 0; padding: 0 1px 0 0; max-width: none; } th, td { padding: .2rem .4rem; }
          .sheet thead th { white-space: nowrap; }
          .charts { grid-template-columns: 1fr 1fr; } .chart { overflow: visible; } .chart svg { min-width: 0; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
