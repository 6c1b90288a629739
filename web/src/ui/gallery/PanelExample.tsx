// The panel of a record beside its list.
import { Button } from '../control/Button';
import { Tag } from '../control/Tag';
import { Facts } from '../layout/Card';
import { SidePanel, Split } from '../layout/SidePanel';
import { usePhone } from '../layout/usePhone';
import { routeNames, words } from './samples';
import classes from './Section.module.css';

const ignore = () => undefined;

// Not on a phone, where the panel would cover the gallery.
export function PanelExample() {
  const phone = usePhone();
  const panel = (
    <SidePanel
      title={routeNames[0] ?? words.name}
      sub={
        <Tag tone="good" dot>
          {words.good}
        </Tag>
      }
      footer={<Button look="primary">{words.save}</Button>}
      onClose={ignore}
      onPrevious={ignore}
      onNext={ignore}
    >
      <div className={classes.pad}>
        <Facts
          items={[
            { label: words.name, value: 'Webshop' },
            { label: words.group, value: words.sentence },
          ]}
        />
      </div>
    </SidePanel>
  );
  return (
    <div className={classes.panelBox}>
      <Split panel={phone ? null : panel}>
        <div className={classes.pad}>{words.sentence}</div>
      </Split>
    </div>
  );
}
