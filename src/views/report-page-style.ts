/** How the exported page looks, in light and dark, on a phone and on paper. Contrast is 4.5 to 1 or more. */
export const PAGE_STYLE = `
:root {
  --paper: #ffffff; --ink: #1f1a14; --muted: #5d5446; --line: #e2dbcf; --now: #a8520f; --before: #8f8270; --link: #8a3f06;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1813; --ink: #f3ece1; --muted: #b8ab98; --line: #3d352a; --now: #f0a04b; --before: #7d705d; --link: #f6b878;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 32px 20px 48px; overflow-wrap: anywhere; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; font-weight: 400; }
h2 { margin: 28px 0 8px; font-size: 17px; }
ul { margin: 0; padding-left: 22px; }
li { margin: 3px 0; }
a { color: var(--link); }
.note { margin: 0 0 8px; padding: 8px 12px; border-left: 3px solid var(--now); background: color-mix(in srgb, var(--now) 8%, transparent); }
figure { margin: 20px 0; padding: 8px; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
figure svg { display: block; width: 100%; min-width: 540px; height: auto; }
figcaption { padding: 4px 8px; color: var(--muted); font-size: 13px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 14px 4px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { text-align: left; font-weight: 400; }
thead th { color: var(--muted); font-weight: 400; }
.made { margin-top: 32px; color: var(--muted); font-size: 13px; }
@media print { main { max-width: none; padding: 0; } figure, section { break-inside: avoid; } }
`;
