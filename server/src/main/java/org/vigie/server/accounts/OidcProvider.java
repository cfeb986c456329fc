package org.vigie.server.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The mission's identity provider: where it is asked, and what of its answers is believed. */
final class OidcProvider {

  /** Signed with the provider's private key; a shared secret (HS256) or nothing will not do. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final OidcWire wire;

  OidcProvider(OidcSettings settings) {
    this.settings = settings;
    this.wire = new OidcWire(settings);
  }

  String host() {
    return settings.host();
  }

  boolean isIssuer(String named) {
    return named.equals(settings.issuer().toString());
  }

  /** Where the browser shall go to sign in. */
  URI signIn(OidcFlows.Flow flow) throws OidcException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid"),
            new ClientID(settings.clientId()),
            flow.redirect())
        .endpointURI(endpoint(metadata().getAuthorizationEndpointURI()))
        .state(flow.state())
        .nonce(flow.nonce())
        .codeChallenge(flow.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Who came back with a code; two requests to the provider and one for its keys.
   *
   * @return claim sub of an ID token whose issuer, audience, expiry, nonce and signature are right
   */
  String subject(OidcFlows.Flow flow, String code) throws OidcException {
    OIDCProviderMetadata metadata = metadata();
    HTTPRequest request =
        new TokenRequest.Builder(
                endpoint(metadata.getTokenEndpointURI()),
                authentication(metadata.getTokenEndpointAuthMethods()),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code), flow.redirect(), flow.verifier()))
            .build()
            .toHTTPRequest();
    String answer = wire.post(request);
    String keys = wire.get(endpoint(metadata.getJWKSetURI()));
    try {
      return new IDTokenValidator(
              new Issuer(settings.issuer()),
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(
                  ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))),
              null)
          .validate(
              OIDCTokenResponse.parse(JSONObjectUtils.parse(answer)).getOIDCTokens().getIDToken(),
              flow.nonce())
          .getSubject()
          .getValue();
    } catch (ParseException | java.text.ParseException | BadJOSEException | JOSEException wrong) {
      throw OidcException.refused("its ID token is refused: " + wrong.getMessage());
    }
  }

  private ClientAuthentication authentication(List<ClientAuthenticationMethod> methods) {
    ClientID id = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.clientSecret());
    boolean onlyPost =
        methods != null
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return onlyPost ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }

  private OIDCProviderMetadata metadata() throws OidcException {
    String issuer = settings.issuer().toString();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    String text = wire.get(URI.create(base + "/.well-known/openid-configuration"));
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
      if (!isIssuer(metadata.getIssuer().getValue())) {
        throw OidcException.refused("it calls itself " + metadata.getIssuer());
      }
      return metadata;
    } catch (ParseException wrong) {
      throw OidcException.refused("its configuration cannot be read: " + wrong.getMessage());
    }
  }

  private URI endpoint(URI declared) throws OidcException {
    if (declared == null || !settings.mayAsk(declared)) {
      throw OidcException.refused("its configuration names an endpoint without https: " + declared);
    }
    return declared;
  }
}
