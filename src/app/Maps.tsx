/** Both spaces of the address map beside each other, as one drawing. */
import { MapStill, useMapStill } from '../views/address-map/MapStill.tsx';

const widths = { memory: 372, io: 340, gap: 24 } as const;

/** `room`: the height up to which blocks may grow. */
export function Maps({ room }: { room: number }) {
  const memory = useMapStill('memory', widths.memory, room);
  const io = useMapStill('io', widths.io, room);
  const width = widths.memory + widths.gap + widths.io;
  const height = Math.max(memory.height, io.height);
  return (
    <svg
      className="map-still"
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
    >
      <MapStill still={memory} x={0} />
      <MapStill still={io} x={widths.memory + widths.gap} />
    </svg>
  );
}
