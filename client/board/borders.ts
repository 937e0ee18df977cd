/** Holds the border of what runs in the browser: React, its router, its query cache, KERN's styles, and the board itself. */
import { relative } from 'node:path';
import type { Plugin } from 'vite';

/** Packages the board imports, and what those bring along. */
const packages = [
  '@kern-ux/native',
  '@tanstack/query-core',
  '@tanstack/react-query',
  'mitt',
  'react',
  'react-dom',
  'regexparam',
  'scheduler',
  'use-sync-external-store',
  'wouter',
];

/** A build that would take in a module from anywhere else fails. */
export const standingAlone = (root: string): Plugin => ({
  name: 'board-stands-alone',
  moduleParsed({ id }) {
    if (id.startsWith('\0')) return;
    const [, inPackage] = id.split('/node_modules/').slice(-2);
    const isKnown =
      inPackage === undefined
        ? !relative(root, id.split('?')[0] ?? id).startsWith('..')
        : packages.some((name) => inPackage.startsWith(`${name}/`));
    if (!isKnown)
      this.error(`The board must not run ${id}: import it by type, or say in borders.ts why it may.`);
  },
});
