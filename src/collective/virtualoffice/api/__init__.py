"""REST in the style of plone.restapi: a folder a noun, a file a verb."""
