// Colours, type, buttons, tags, tabs.
import { IconDots, IconFilter, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, IconButton, LinkButton } from '../control/Button';
import { Avatar, Dot, type Series } from '../control/Dot';
import { Kbd } from '../control/Kbd';
import { Segmented } from '../control/Segmented';
import { Tabs } from '../control/Tabs';
import { Tag, type Tone } from '../control/Tag';
import { groupNames, routeNames, words } from './samples';
import classes from './Section.module.css';

const colours = [
  'bg',
  'surface',
  'sunken',
  'line',
  'line-2',
  'text',
  'text-2',
  'text-3',
  'accent',
  'accent-soft',
  'good',
  'good-soft',
  'bad',
  'bad-soft',
  'warn',
  'warn-soft',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
];

export function Colours() {
  return (
    <div className={classes.line}>
      {colours.map((name) => (
        <span key={name} className={classes.swatch}>
          <i style={{ background: `var(--${name})` }} />
          {name}
        </span>
      ))}
    </div>
  );
}

const sizes = ['axis', 'small', 'body', 'title', 'kpi'];

export function TypeSizes() {
  return (
    <div className={classes.stack}>
      {sizes.map((size) => (
        <p key={size} style={{ fontSize: `var(--size-${size})` }}>
          {words.sentence}
        </p>
      ))}
    </div>
  );
}

export function Buttons() {
  return (
    <>
      <div className={classes.line}>
        <Button look="primary" icon={<IconPlus aria-hidden />}>
          {words.add}
        </Button>
        <Button>{words.save}</Button>
        <Button look="dashed" icon={<IconFilter aria-hidden />}>
          {words.filter}
        </Button>
        <Button look="quiet">{words.more}</Button>
        <Button look="danger">{words.remove}</Button>
        <IconButton label={words.more}>
          <IconDots aria-hidden />
        </IconButton>
      </div>
      <div className={classes.line}>
        <Button look="primary" busy>
          {words.save}
        </Button>
        <Button disabled>{words.save}</Button>
        <LinkButton href="#gallery">{words.details}</LinkButton>
        <Kbd>{'⌘K'}</Kbd>
      </div>
    </>
  );
}

const tones: Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad', 'outline'];

export function TagsAndDots() {
  return (
    <>
      <div className={classes.line}>
        {tones.map((tone) => (
          <Tag key={tone} tone={tone} dot={tone === 'good'}>
            {tone}
          </Tag>
        ))}
      </div>
      <div className={classes.line}>
        {routeNames.map((name, index) => (
          <span key={name}>
            <Dot series={(index + 1) as Series} /> {name}
          </span>
        ))}
      </div>
      <div className={classes.line}>
        {routeNames.map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </div>
    </>
  );
}

export function TabsAndChoices() {
  const [tab, setTab] = useState('top');
  const [choice, setChoice] = useState('top');
  const items = Object.entries(groupNames).map(([id, label]) => ({ id, label }));
  return (
    <div className={classes.stack}>
      <Tabs
        label={words.tabs}
        items={items.map((item, index) => ({ ...item, count: String((index + 1) * 1284) }))}
        value={tab}
        onChange={setTab}
      />
      <Segmented label={words.group} items={items} value={choice} onChange={setChoice} />
    </div>
  );
}
