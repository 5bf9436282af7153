import Figures

/// How a report looks on light and dark screens and on A4 paper.
enum ReportStyle {
    static let sheet = light + dark + narrow + print + Figure.styleSheet

    private static let light = """
        :root{--paper:#fff;--ink:#1a1c1e;--quiet:#565b61;--rule:#d5d9dd;--band:#eef3f6;--link:#00598c;--focus:#a83c00;color-scheme:light dark}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
        .wrap{width:min(46rem,100% - 2rem);margin-inline:auto}
        header{padding:2.5rem 0 0}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
        h2{font-size:1.35rem;line-height:1.25;margin:2.6rem 0 .7rem;padding-top:1rem;border-top:2px solid var(--ink)}
        h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
        p,ul,dl{margin:0 0 .9rem}ul{padding-left:1.2rem}li{margin:.25rem 0}
        a{color:var(--link)}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
        .quiet{color:var(--quiet)}
        .skip{position:absolute;left:1rem;top:-6rem;background:var(--ink);color:var(--paper);padding:.7rem 1rem}.skip:focus{top:.5rem}
        .verdict{border-left:6px solid var(--link);background:var(--band);padding:1rem 1.2rem;margin:1.2rem 0}
        .verdict p{margin:0 0 .5rem}.verdict p:last-child{margin:0}.verdict .word{font-size:1.3rem;font-weight:700;line-height:1.3}
        .finding{border-left:3px solid var(--rule);padding-left:1rem;margin:1.2rem 0}.finding h3{margin:0 0 .3rem}
        nav ul{list-style:none;padding:0;margin:1rem 0;display:flex;flex-wrap:wrap;gap:0 1.2rem}nav li{margin:0}
        nav a{display:inline-block;padding:.3rem 0;min-height:24px}
        figure{margin:1.2rem 0 1.6rem;border:1px solid var(--rule);border-radius:8px;padding:.5rem}
        figure svg{display:block;width:100%;max-width:640px;height:auto;margin-inline:auto}
        figure svg.phone{display:none}
        details{margin:.4rem .5rem .2rem}summary{cursor:pointer;padding:.4rem 0;min-height:24px;color:var(--link)}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.875rem;overflow-wrap:normal;font-variant-numeric:tabular-nums;margin:.4rem 0 1rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0 .5rem}
        th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--rule);font-weight:400}
        thead th{font-weight:600;border-bottom:1.5px solid var(--ink)}
        .n{text-align:right;white-space:nowrap}thead .n,.w{white-space:normal}tbody th{min-width:6rem}td:last-child,th:last-child{padding-right:0}
        dt{font-weight:600}dd{margin:0 0 .6rem}
        code{font-family:ui-monospace,"Noto Sans Mono","DejaVu Sans Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
        footer{margin:3rem 0 2rem;border-top:1px solid var(--rule);padding-top:1rem}

        """

    private static let dark = """
        @media screen and (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#eef0f2;--quiet:#b3bac1;--rule:#3d434a;--band:#1d2a33;--link:#77bfe8;--focus:#ff9e64}}

        """

    private static let narrow = """
        @media screen and (max-width:42rem){figure{padding:.25rem}figure svg.page{display:none}figure svg.phone{display:block;max-width:420px}.wrap{width:calc(100% - 1.5rem)}}

        """

    /// Figures, findings and rows stay whole; tables behind a click are printed; headings stay with what follows.
    private static let print = """
        @page{size:A4;margin:16mm 15mm 18mm}
        @media print{:root{color-scheme:light}body{font-size:10pt;line-height:1.45}.wrap{width:auto}header{padding:0}nav,.skip,summary{display:none}
        figure{border:0;padding:0;margin:4mm 0}figure svg{max-height:238mm;break-inside:avoid-page}
        details{display:block}details::details-content{content-visibility:visible;display:block;height:auto;opacity:1}
        h1,h2,h3,caption{break-after:avoid;break-inside:avoid}h2{margin-top:8mm}.finding,.verdict,tr,li,dd{break-inside:avoid}thead{display:table-header-group;break-after:avoid}tbody tr:nth-child(-n+2){break-after:avoid}
        table{font-size:8.5pt}.scroll{overflow:visible}a{color:inherit;text-decoration:none}p,li{orphans:3;widows:3}}

        """
}
