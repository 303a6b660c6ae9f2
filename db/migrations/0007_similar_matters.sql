ALTER TABLE "matters" ADD COLUMN "link_key" text;--> statement-breakpoint
ALTER TABLE "matters" ADD COLUMN "grams" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "matters_of_link" ON "matters" USING btree ("office_id","link_key") WHERE "matters"."link_key" is not null;--> statement-breakpoint
CREATE INDEX "matters_grams" ON "matters" USING gin ("grams");