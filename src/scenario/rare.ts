/** Makes dumps and changed hardware known to `build`: a first visit has neither. */
import { addRare } from './build.ts';
import { dumpBoard } from './dump-board.ts';
import { applyOverrides } from './overrides.ts';

addRare({ dumpBoard, applyOverrides });
