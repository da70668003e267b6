/** Bundles the page. Run from the repository's root: node practice/web/build.js [folder, else dist/practice/web] */
import { build } from 'esbuild';

await build({
  entryPoints: [
    { in: 'practice/web/main.tsx', out: 'app' },
    { in: 'practice/web/styles/app.css', out: 'app' },
    { in: 'practice/web/index.html', out: 'index' },
    { in: 'practice/web/lamp.svg', out: 'lamp' },
  ],
  outdir: process.argv[2] ?? 'dist/practice/web',
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'esm',
  jsx: 'automatic',
  target: ['chrome120', 'firefox121', 'safari17'],
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.html': 'copy', '.svg': 'copy' },
  logLevel: 'warning',
});
