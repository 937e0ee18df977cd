/** Light, dark, or as the device has it; KERN reads it from an attribute of the body. */
import { useState } from 'react';
import { remember, remembered } from './storage.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'theme';

const known = (text: string | null): Theme => themes.find((theme) => theme === text) ?? 'system';

/** Shows the remembered theme before anything is drawn. */
export const startTheme = (): void => show(known(remembered(storageKey)));

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.kernTheme;
  else dataset.kernTheme = theme;
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => known(remembered(storageKey)));
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    remember(storageKey, chosen);
    show(chosen);
  };
  return [theme, choose];
}
