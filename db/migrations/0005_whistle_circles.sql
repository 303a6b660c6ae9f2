ALTER TABLE "slips" ADD COLUMN "office_named" text[];--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "unit_named" text[];--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "kept_from" text[];--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "open_id" text;