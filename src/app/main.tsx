/** Starts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../views/parts/tokens.css';
import '../views/parts/base.css';
import '../views/parts/parts.css';
import './shell.css';
import { App } from './App.tsx';
import { keepTheme } from './theme.ts';

keepTheme();

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
