namespace Trawl.Cli.Summaries;

/// <summary>How the page of differences looks and moves.</summary>
internal static class DiffPageLook
{
    public const string Style = """
        :root{color-scheme:light dark;--fg:#1c2430;--dim:#667085;--bg:#f6f7f9;--card:#fff;--line:#e2e6ec;--add:#0a7a3f;--addbg:#e5f6ec;--addmark:#a9e2c0;
        --del:#b42318;--delbg:#fdecea;--delmark:#f7b8b1;--chg:#8a5a00;--acc:#2f5fd0}
        @media(prefers-color-scheme:dark){:root{--fg:#e6e9ef;--dim:#97a1b3;--bg:#12161c;--card:#1a2029;--line:#2b3340;--add:#5bd08d;
        --addbg:#12301f;--addmark:#1f6a40;--del:#ff8d80;--delbg:#3a1a17;--delmark:#7d2c24;--chg:#f2c063;--acc:#8fb0ff}}
        *{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg)}
        main{max-width:1080px;margin:0 auto;padding:32px 20px 80px}h1{font-size:24px;margin:0 0 4px;letter-spacing:-.01em}
        h2{font-size:17px;margin:36px 0 10px}.dim{color:var(--dim)}a{color:inherit;text-decoration:none}a:hover{color:var(--acc);text-decoration:underline}
        .cards{display:flex;flex-wrap:wrap;gap:12px;margin:22px 0}.card{background:var(--card);border:1px solid var(--line);border-radius:10px;
        padding:12px 18px;min-width:130px}.card b{display:block;font-size:26px;font-variant-numeric:tabular-nums}.card.zero b{color:var(--dim)}
        .add b,.sign.add{color:var(--add)}.del b,.sign.del{color:var(--del)}.chg b,.sign.chg{color:var(--chg)}
        .said{border-left:3px solid var(--del);padding:2px 14px;margin:18px 0}.said p{margin:3px 0}
        table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden}
        th,td{text-align:left;padding:7px 12px;border-top:1px solid var(--line);vertical-align:top}tr:first-child>*{border-top:0}
        th{font-size:12px;font-weight:600;color:var(--dim);text-transform:uppercase;letter-spacing:.04em}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.bar{display:inline-block;width:90px;height:7px;border-radius:4px;
        background:var(--line);overflow:hidden;margin-right:8px;vertical-align:middle}.bar i{display:block;height:100%;background:var(--acc)}
        .worse{color:var(--del);font-weight:600}.worse i{background:var(--del)}.better{color:var(--add);font-weight:600}.better i{background:var(--add)}
        details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:8px 0}
        details.r{content-visibility:auto;contain-intrinsic-size:auto 90px}
        summary{cursor:pointer;padding:9px 14px;overflow-wrap:anywhere}
        details table{border:0;border-top:1px solid var(--line);border-radius:0}
        code{font:13px/1.45 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}mark{color:inherit;border-radius:3px;padding:1px 0}
        .sign{font-weight:700;display:inline-block;width:1.2em}.old{background:var(--delbg)}.new{background:var(--addbg)}td.old,td.new{width:42%}
        .old mark{background:var(--delmark)}.new mark{background:var(--addmark)}.none{color:var(--dim);font-style:italic}
        .find{display:flex;gap:8px;flex-wrap:wrap;margin:10px 0;position:sticky;top:0;padding:8px 0;background:var(--bg);z-index:1}
        input,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:6px 12px}
        button{cursor:pointer}td button{padding:0 6px;font:13px/1.45 ui-monospace,monospace}
        input{flex:1;min-width:200px}button[aria-pressed=true]{border-color:var(--acc);color:var(--acc)}
        li{overflow-wrap:anywhere}[hidden]{display:none!important}
        """;

    public const string Script = """
        const q=document.querySelector('#q'),seen=document.querySelector('#seen'),all=[...document.querySelectorAll('details.r')],
        kinds=[...document.querySelectorAll('button[data-k]')],fields=[...document.querySelectorAll('button[data-f]')],
        on=b=>b.filter(b=>b.ariaPressed==='true');let timer;
        function show(){const t=q.value.toLowerCase(),k=on(kinds).map(b=>b.dataset.k),f=on(fields).map(b=>b.dataset.f);let n=0;
        for(const d of all){const of=d.dataset.f.split('\n');d.text??=d.textContent.toLowerCase();
        d.hidden=(k.length&&!k.includes(d.dataset.k))||(f.length&&!f.some(x=>of.includes(x)))||(t&&!d.text.includes(t));n+=d.hidden?0:1}
        seen.textContent=n.toLocaleString('en')+' shown'}
        q?.addEventListener('input',()=>{clearTimeout(timer);timer=setTimeout(show,120)});
        for(const b of [...kinds,...fields])b.addEventListener('click',()=>{b.ariaPressed=b.ariaPressed!=='true';if(q)show()});
        """;
}
