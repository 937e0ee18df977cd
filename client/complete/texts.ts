/** The words beside what is offered: in both languages, on one line. Pure. */
export const both = ({ de, en }: { readonly de: string; readonly en: string }): string => `${en} · ${de}`;
