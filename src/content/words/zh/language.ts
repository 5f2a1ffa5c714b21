/** Simplified Chinese words of the choice of language, and how texts are put together. */
import type { Translation } from '../catalogue.ts';
import type { language as english } from '../en/language.ts';

export const language: Translation<typeof english> = {
  'command.language': '语言：中文 / English',
  'language.switch': '中 / EN：改用英文显示页面',

  'text.list': ({ parts }) => parts.join('，'),
  'text.and-why': ({ text, why }) => `${text}。${why}`,
  'text.named': ({ name, text }) => `${name}：${text}`,
};
