import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { ElementView } from './element-view.tsx';
import { ImageElement } from './elements/image-element.tsx';
import { list, type Obj, obj, str } from './read.ts';

/** A card: a picture, a title with its icon, some words, up to three buttons. */
export function CardBlock({ block }: BlockProps) {
  return <Card card={block} blockId={block.block_id ?? ''} />;
}

/** Cards beside each other in a row that scrolls. */
export function CarouselBlock({ block }: BlockProps) {
  const cards = list(block.elements);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="carousel" tabIndex={0} aria-label={`${cards.length} ${cards.length === 1 ? 'card' : 'cards'}`}>
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card is its place
        <Card key={index} card={card} blockId={block.block_id ?? ''} />
      ))}
    </section>
  );
}

function Card({ card, blockId }: { card: Obj; blockId: string }) {
  const hero = obj(card.hero_image);
  const icon = obj(card.icon) ?? obj(card.slack_icon);
  const buttons = list(card.actions);
  return (
    <article className="card">
      {hero ? <ImageElement element={hero} size="hero" /> : null}
      <div className="card-head">
        {icon ? <ImageElement element={icon} size="small" /> : null}
        <div>
          {obj(card.title) ? (
            <div className="card-title">
              <TextObject value={card.title} />
            </div>
          ) : null}
          {obj(card.subtitle) ? (
            <div className="card-subtitle">
              <TextObject value={card.subtitle} />
            </div>
          ) : null}
        </div>
      </div>
      <TextObject value={card.body} />
      {obj(card.subtext) ? (
        <div className="card-subtitle">
          <TextObject value={card.subtext} />
        </div>
      ) : null}
      {buttons.length > 0 ? (
        <div className="actions">
          {buttons.map((element, index) => (
            <ElementView key={str(element.action_id) || `at-${index}`} element={element} blockId={blockId} dispatch />
          ))}
        </div>
      ) : null}
    </article>
  );
}
