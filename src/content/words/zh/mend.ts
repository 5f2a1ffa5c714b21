/** Simplified Chinese sentences of what mends a board; the twin of en/mend.ts. */
import type { Translation } from '../catalogue.ts';
import type { mend as english, mendMessages as englishMessages } from '../en/mend.ts';
import { said, strong, value } from '../pieces.ts';

export const mendMessages: Translation<typeof englishMessages> = {
  'mend.model': ({ model }) => said`改用 ${value(model)}。`,
  'mend.bus': ({ bus }) => said`放到 ${value(bus)} 上。`,
  'mend.slot': '放入编号最小的空闲插槽。',
  'mend.id': ({ id }) => said`改名为 ${value(id)}。`,
  'mend.property': ({ property, value: to }) => said`设置 ${value(`${property}=${to}`)}。`,
  'mend.drop': ({ property }) => said`去掉 ${value(property)}。`,
  'mend.leave-out': ({ model }) => said`去掉 ${value(model)}。`,
  'mend.hardware': ({ part }) => said`取消对 ${value(part)} 的编辑。`,
};

export const mend: Translation<typeof english> = {
  'trouble.mend': '修正',
  'trouble.replace': ({ fix }) => said`改为 ${value(fix)}`,
  'change.mended': ({ part, undone }) =>
    undone ? said`${strong(part)} 已恢复为原来的要求。` : said`${strong(part)} 已修改。`,
};
