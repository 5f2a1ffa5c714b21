/** What a term is, in both languages: loaded when somebody asks for the first time. */
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { glossary, type TermId } from '../../content/words/glossary.ts';
import { wordsStore } from '../../store/words.ts';
import { Tip } from './Tooltip.tsx';
import './term.css';

export function TermTip({ id, term, anchor }: { id: string; term: TermId; anchor: Element }) {
  const { en, zh, about } = glossary[term];
  const language = useStore(wordsStore, (s) => s.language);
  const tip = (
    <Tip id={id} anchor={anchor}>
      <span className="term-names">
        <strong lang="zh-CN">{zh}</strong>
        <span lang="en">{en}</span>
      </span>
      <span className="term-about">{language === 'en' ? about.en : about.zh}</span>
    </Tip>
  );
  // a list of tabs has tabs in it and nothing else
  const beside = anchor.closest('[role=tablist]')?.parentElement;
  return beside ? createPortal(tip, beside) : tip;
}
