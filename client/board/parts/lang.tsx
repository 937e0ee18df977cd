/** In which language the board speaks: German unless somebody has chosen otherwise on this device. */
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { filled, type Gaps, type Lang, type Text, type WordKey, words } from '../words.ts';
import { remember, remembered } from './storage.ts';

export interface Language {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  /** One of the board's own texts. */
  readonly t: (key: WordKey, gaps?: Gaps) => string;
  /** A text that came from the API in both languages. */
  readonly say: (text: Text) => string;
}

const Context = createContext<Language | undefined>(undefined);

const storageKey = 'lang';

/** The language without React, for requests: what the page is marked with. */
export const currentLang = (): Lang => (document.documentElement.lang === 'en' ? 'en' : 'de');

/** Marks the page with the remembered language before anything is drawn. */
export function startLang(): Lang {
  const lang: Lang = remembered(storageKey) === 'en' ? 'en' : 'de';
  document.documentElement.lang = lang;
  return lang;
}

export function LangProvider({ children }: { children: ReactNode }) {
  const [lang, setState] = useState<Lang>(currentLang);
  const value = useMemo<Language>(
    () => ({
      lang,
      setLang: (chosen) => {
        document.documentElement.lang = chosen;
        remember(storageKey, chosen);
        setState(chosen);
      },
      t: (key, gaps) => filled(words[key][lang], gaps),
      say: (text) => text[lang],
    }),
    [lang],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLang(): Language {
  const language = use(Context);
  if (!language) throw new Error('useLang outside LangProvider');
  return language;
}
