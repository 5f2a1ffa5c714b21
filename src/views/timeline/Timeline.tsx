/** The timeline strip under the sentence. To be drawn. */
export function Timeline() {
  return <div className="timeline-blank" aria-hidden="true" />;
}
