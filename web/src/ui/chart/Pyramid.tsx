// Tiers from a narrow top to a broad foot; beside each its name, how many it holds and its share of the whole.
import classes from './Pyramid.module.css';

export interface Tier {
  id: string;
  name: string;
  count: string;
  // Between 0 and 1; null: it has none.
  share: number | null;
  value: string;
  exact?: string;
}

export interface PyramidProps {
  label: string;
  tiers: readonly Tier[];
}

const height = 38;
const gap = 4;
const topWidth = 22;
const footWidth = 150;

// The corners of a tier, so that the sides of all are two straight lines.
function corners(index: number, count: number): string {
  const total = count * height;
  const halfAt = (y: number) => (topWidth + ((footWidth - topWidth) * y) / total) / 2;
  const [top, foot] = [index * height, (index + 1) * height - gap];
  const middle = footWidth / 2;
  return [
    [middle - halfAt(top), top],
    [middle + halfAt(top), top],
    [middle + halfAt(foot), foot],
    [middle - halfAt(foot), foot],
  ]
    .map((point) => point.map((part) => part.toFixed(1)).join(','))
    .join(' ');
}

export function Pyramid({ label, tiers }: PyramidProps) {
  const total = tiers.length * height;
  return (
    <div className={classes.pyramid}>
      <svg className={classes.drawing} viewBox={`0 0 ${footWidth} ${total}`} aria-hidden>
        {tiers.map(({ id }, index) => (
          <polygon
            key={id}
            points={corners(index, tiers.length)}
            style={{ opacity: 1 - (index / Math.max(1, tiers.length)) * 0.88 }}
          />
        ))}
      </svg>
      <ul className={classes.tiers} aria-label={label}>
        {tiers.map(({ id, name, count, share, value, exact }) => (
          <li key={id} style={{ height }} title={exact}>
            <span className={classes.name}>
              <b>{name}</b>
              <span>{count}</span>
            </span>
            {share !== null && (
              <>
                <span className={classes.track} aria-hidden>
                  <i style={{ width: `${Math.min(1, share) * 100}%` }} />
                </span>
                <span className={classes.share}>{value}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
