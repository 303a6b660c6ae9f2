ALTER TABLE "matters" DROP CONSTRAINT "matters_ref_unique";--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matter_ref_of_office" UNIQUE("office_id","ref");