/** A hypervisor's developer looks at how a guest probes: nothing of it can be opened yet. */
import { test } from '../page.ts';

test.fixme('both dialects of trace logs of QEMU are read (import of trace logs)', () => {});
test.fixme('the next and previous access to a BAR in a trace log (import of trace logs)', () => {});
test.fixme('a masked probe: the first access that differs, and both sizes (lens of a hypervisor)', () => {});
test.fixme('a zone hides and shows what its list of devices says (zones of hvisor)', () => {});
