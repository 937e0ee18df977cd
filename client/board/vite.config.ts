/** How the board is built: one page, no inline script, no address outside its own server. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { guidePage } from '../guide.ts';
import { standingAlone } from './borders.ts';
import { classesIn, withoutUnused } from './usedStyles.ts';

export const boardRoot = fileURLToPath(new URL('.', import.meta.url));

export const boardConfig: InlineConfig = {
  root: boardRoot,
  configFile: false,
  logLevel: 'warn',
  plugins: [standingAlone(boardRoot), guidePage()],
  css: {
    transformer: 'lightningcss',
    lightningcss: { visitor: withoutUnused(classesIn(boardRoot)) },
  },
  build: {
    target: 'es2022',
    // Fonts stay files: a page without them is read before they are there.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries say `use client` to frameworks that render on a server.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
};

export default boardConfig;
