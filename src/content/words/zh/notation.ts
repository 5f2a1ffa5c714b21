/** What the capitals of a command's grammar stand for. They are typed as they are asked for in every language; Chinese says beside them what they mean. */
const meanings: Readonly<Record<string, string>> = {
  ADDRESS: '地址',
  BUS: '总线',
  COMMAND: '命令',
  COUNT: '步数',
  DEVICE: '设备',
  ERROR: '错误名',
  FILE: '文件',
  FUNCTION: '功能',
  ID: '标识',
  KEY: '键',
  MASK: '掩码',
  MODEL: '型号',
  NAME: '名称',
  NANOSECONDS: '纳秒',
  NUMBER: '数',
  PART: '部件',
  PORT: '端口',
  PROPERTY: '属性',
  REGISTER: '寄存器',
  SLOT: '插槽',
  STEP: '第几步',
  TAG: '标签',
  VALUE: '值',
};

/** "PORT（端口）", "PORT VALUE（PORT 端口、VALUE 值）"; what has no such word stays as it is. */
export function withNotation(grammar: string): string {
  const whole = meanings[grammar];
  if (whole !== undefined) return `${grammar}（${whole}）`;
  const words = new Set(grammar.match(/\b[A-Z]{2,}\b/g) ?? []);
  const told = [...words].flatMap((word) =>
    meanings[word] === undefined ? [] : [`${word} ${meanings[word]}`],
  );
  return told.length === 0 ? grammar : `${grammar}（${told.join('、')}）`;
}
