/** Starts the board in its page. */
import '@kern-ux/native/dist/kern.min.css';
import './styles/fonts.css';
import './styles/board.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/forms.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startLang } from './parts/lang.tsx';
import { startTheme } from './parts/theme.ts';

startLang();
startTheme();
const place = document.getElementById('board');
if (place) createRoot(place).render(<App />);
