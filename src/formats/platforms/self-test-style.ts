/** The look of a self-test, in the colours of the theme. */
export const testStyle = `:root{color-scheme:light}
html{background:var(--paper,#fff)}
body{margin:0;background:var(--paper,#fff);color:var(--ink,#111);font:18px/1.5 var(--font-text,system-ui),system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{margin:0 0 1.5rem;font-family:var(--font-title,inherit);font-size:1.75rem;line-height:1.2;text-wrap:balance}
h1:focus,.verdict:focus{outline:none}
form{margin:0 0 1.5rem;padding:1.1rem 1.35rem 1.25rem;border:1px solid var(--line-strong,#888);border-radius:10px}
.number{margin:0;color:var(--accent,#0a5c6e);font-weight:600;font-size:.95rem}
.asked{margin-bottom:.6rem;font-weight:600}.asked :is(p,ul,ol,pre,table){margin:.2rem 0 .6rem}
.hint{margin:0 0 .4rem;font-size:.95rem}
label{display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline;padding:.35rem 0}
label>span:first-of-type{flex:1 1 12rem;min-width:0}
label>input{flex:none;width:1.1rem;height:1.1rem;margin:0;accent-color:var(--accent,#0a5c6e);transform:translateY(.15rem)}
input[type=text]{box-sizing:border-box;max-width:100%;width:12rem;padding:.3rem .55rem;border:1px solid var(--line-strong,#777);border-radius:6px;background:#fff;color:#111;font:inherit}
.asked input[type=text]{width:9rem;font-weight:400}
select{min-width:4.2rem;padding:.3rem .4rem;border:1px solid var(--line-strong,#777);border-radius:6px;background:#fff;color:#111;font:inherit}
:is(input,select):disabled{opacity:1;color:#111;-webkit-text-fill-color:#111}
button{margin-top:.7rem;padding:.5rem 1.4rem;border:1px solid var(--accent,#0a5c6e);border-radius:8px;background:var(--accent,#0a5c6e);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:disabled{display:none}
.again{background:transparent;color:var(--accent,#0a5c6e)}
.choices{margin:.2rem 0 .7rem;padding:0;list-style:none}
.said{flex:1 0 100%;padding-inline-start:1.7rem;font-size:.95rem}
.key{color:#1d6b35;font-weight:600;white-space:nowrap}.key.long{white-space:normal}
.verdict{margin:.7rem 0 0;font-weight:600}.verdict:empty{display:none}.verdict.right{color:#1d6b35}.verdict.wrong{color:#a32116}
.why{margin-top:.5rem;padding-inline-start:.8rem;border-inline-start:4px solid var(--accent,#2a7f62)}.why :is(p,ul,ol){margin:.2rem 0}
.score{margin:0;font-size:1.25rem;font-weight:600}
[hidden]{display:none!important}
img{max-width:100%;height:auto}table{border-collapse:collapse}:is(th,td){padding:.25rem .6rem;border:1px solid var(--line-strong,#999)}
:focus-visible{outline:3px solid var(--accent,#2563eb);outline-offset:2px}
iframe{display:block;width:100%;height:85vh;border:0}
@media print{button{display:none}form{break-inside:avoid}}`;
